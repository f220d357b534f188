"""For a server that speaks ASGI. Cura is served by WSGI (docs/adr/0008): it is quicker here."""

import os

from django.core.asgi import get_asgi_application

from cura.checks import refuse_unsafe_start

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cura.settings")
application = get_asgi_application()
refuse_unsafe_start()
