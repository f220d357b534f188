"""Bytes that no row names any more: files taken out of a draft, or of drafts that have gone."""

from django.apps import apps

from cura.core.attachments import store
from cura.core.attachments.attachment import File


def sweep() -> int:
    """Take them away. Returns how many. Whatever keeps bytes in the store is a `File`.

    A file that is being added just now is put back by `add_upload`, which looks once more when
    its row stands.
    """
    lying = set(store.digests())  # before the rows are read: what comes later is not in it
    lost = lying - _named()
    for digest in lost:
        store.remove(digest)
    return len(lost)


def _named() -> set[str]:
    models = [model for model in apps.get_models() if issubclass(model, File)]
    pairs = [pair for m in models for pair in m.objects.values_list("sha256", "thumb_sha256")]
    return {digest for pair in pairs for digest in pair}
