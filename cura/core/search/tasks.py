from celery import shared_task

from cura.core.search import index


@shared_task(name="search.index_pending")
def index_pending() -> None:
    index.pending()
