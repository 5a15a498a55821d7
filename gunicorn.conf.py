"""How gunicorn serves `wsgi:app`; what can be set is in docs/deploy.md."""

import logging
import os
import resource
import sys
from contextlib import closing

from steering.errors import StoreUnavailable
from steering.record.checkpoints import checkpoints_of
from steering.store import open_store, refuse_another_key
from steering.web.app import flow_problems
from steering.web.metrics import METRICS  # made here, before the workers are forked, so that they share it
from steering.web.settings import Settings

try:
    settings = Settings.from_env(os.environ)
except ValueError as error:
    sys.exit(f"steering: {error}")
if reason := settings.refusal():
    sys.exit(f"steering: {reason}")

logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s %(message)s")
# It tells every address it asks, and what callers said stands in those of look-ups.
logging.getLogger("httpx").setLevel(logging.WARNING)
try:
    # Opened and closed again before any worker is there: what is wrong is said once, and here.
    with closing(open_store(settings.database_url, master_key=settings.master_key)) as store:
        refuse_another_key(store)
    if kept := checkpoints_of(settings.database_url, settings.checkpoints):
        kept.open()
except (ValueError, StoreUnavailable) as error:
    sys.exit(f"steering: {error}")
for problem in flow_problems(settings):
    logging.getLogger("steering").warning("%s", problem)
if not settings.keys:
    logging.getLogger("steering").warning("no STEERING_API_KEY is set: serving %s only, without a key", settings.host)

# Every socket is a file, and the usual limit of 1024 is soon reached.
_, most_files = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (most_files, most_files))

wsgi_app = "wsgi:app"
bind = f"[{settings.host}]:{settings.port}" if ":" in settings.host else f"{settings.host}:{settings.port}"
worker_class = "steering.web.worker.Worker"
workers = settings.workers or len(os.sched_getaffinity(0))
# HTTP is answered when all sockets are taken.
worker_connections = settings.max_sockets + 1000
# Every worker opens the store itself: writers do not survive a fork.
preload_app = False
keepalive = 30
timeout = 30
# A worker leaves within a second; this is when one that hangs is killed.
graceful_timeout = 2
control_socket_disable = True
accesslog = "-"
logger_class = "steering.web.logs.Logger"
# The path without the query, where tokens are.
access_log_format = '%(h)s "%(m)s %(U)s %(H)s" %(s)s %(b)s %(M)sms'


def child_exit(server, worker):
    METRICS.leave_row(worker.age)
