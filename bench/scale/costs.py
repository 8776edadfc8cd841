"""Money by list prices: Amazon Web Services, us-east-1, on demand, 2026, US dollars. No discounts, no taxes, nobody's wages."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Bill", "bill"]

#: m7g.large, 2 processors and 8 GiB: a cell's loop on one, its writer, readers and children on the other
MACHINE_PER_HOUR = 0.0816
HOURS_PER_MONTH = 730
#: each cell has a standby on a machine of its own
MACHINES_PER_CELL = 2
#: machines that find the cell for a request, and keep the directory
CELLS_PER_ROUTER, DIRECTORY_MACHINES = 20, 6
#: GB and month: gp3, for each of the two; S3 Standard in its largest tier, for files and for backups of the log
DISK_PER_GB, FILES_PER_GB = 0.08, 0.021
DISK_FREE_SHARE = 0.3
#: GB to the internet, by how many there are in a month
OUT_PER_GB = ((10_000, 0.09), (50_000, 0.085), (150_000, 0.07), (float("inf"), 0.05))
GB = 1e9


@dataclass(frozen=True, slots=True)
class Bill:
    """US dollars of one month, at the end of the first year."""

    machines: float
    disks: float
    files: float
    out: float

    @property
    def total(self) -> float:
        """All of it."""
        return self.machines + self.disks + self.files + self.out


def bill(cells: int, log_bytes: float, file_bytes: float, out_bytes_per_month: float) -> Bill:
    """For so many cells, and what the log and the files have grown to."""
    machines = cells * MACHINES_PER_CELL
    if cells > 1:
        machines += -(-cells // CELLS_PER_ROUTER) + DIRECTORY_MACHINES
    disk = log_bytes / GB * (1 + DISK_FREE_SHARE) * MACHINES_PER_CELL * DISK_PER_GB
    files = (file_bytes + log_bytes) / GB * FILES_PER_GB
    left, below, out = out_bytes_per_month / GB, 0.0, 0.0
    for upto, price in OUT_PER_GB:
        part = min(left, upto - below)
        out += part * price
        left -= part
        below = upto
    return Bill(machines * MACHINE_PER_HOUR * HOURS_PER_MONTH, disk, files, out)
