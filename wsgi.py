"""What a WSGI server loads: `gunicorn wsgi:app`."""

from steering.web.app import create_app

app = create_app()
