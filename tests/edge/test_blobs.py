"""Where files are kept, as the settings say."""

from pathlib import Path

import pytest

from laiwang.adapters.blobs import DiskBlobs
from laiwang.adapters.s3 import S3Blobs
from laiwang.edge import blobs
from laiwang.edge.data_folder import DataFolder
from laiwang.edge.settings import BlobSettings, WrongSettings


def test_places(tmp_path: Path) -> None:
    """The folder of the server, another folder, a bucket with a prefix or without."""
    folder = DataFolder(tmp_path)
    assert isinstance(blobs.of_settings(BlobSettings(), folder), DiskBlobs)
    for url in (str(tmp_path / "there"), f"file://{tmp_path}/there"):
        assert isinstance(blobs.of_url(url, BlobSettings(), folder), DiskBlobs)
    for settings in (
        BlobSettings(url="s3://bucket"),
        BlobSettings(url="s3://bucket/a/b/"),
        BlobSettings(url="s3://bucket/a", endpoint="https://s3.example.org/", path_style=False),
        BlobSettings(url="s3://bucket/a", endpoint="http://127.0.0.1:1", allow_http=True),
        BlobSettings(url="s3://bucket/a", access_key_id="key", secret_access_key="secret"),
    ):
        assert isinstance(blobs.of_settings(settings, folder), S3Blobs)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (BlobSettings(url="ftp://bucket"), "blobs.url"),
        (BlobSettings(url="s3:///prefix"), "blobs.url"),
        (BlobSettings(url="s3://bucket/a?b=c"), "blobs.url"),
        (BlobSettings(url="s3://bucket", endpoint="s3.example.org"), "blobs.endpoint"),
        (BlobSettings(url="s3://bucket", endpoint="http://s3.example.org"), "blobs.allow_http"),
        (BlobSettings(url="s3://bucket", access_key_id="key"), "blobs.secret_access_key"),
    ],
)
def test_what_is_no_place(settings: BlobSettings, said: str, tmp_path: Path) -> None:
    """Named by its setting."""
    with pytest.raises(WrongSettings, match=said.replace(".", r"\.")):
        blobs.of_settings(settings, DataFolder(tmp_path))
