"""What an installation proves about itself, on computers that are played."""

from pathlib import Path

from faulty_computer import Computer, raising, right
from tiny_family import write_family

from restorer.app.self_check import Check, run_checks
from restorer.inference.catalog import Catalog
from restorer.inference.devices import CPU, KNOWN_DEVICES, Device
from restorer.inference.sessions import SessionError

CUDA = next(device for device in KNOWN_DEVICES if device.id == "cuda")


def checks_of_devices(folder: Path, computer: Computer) -> list[Check]:
    write_family(folder)

    def offered() -> list[Device]:
        return [CUDA, CPU]

    checks = run_checks(Catalog([folder]), offered=offered, engine_on=computer.engine)
    return [check for check in checks if CUDA.name in check.name]


def test_a_good_device_is_named_with_its_difference(tmp_path: Path) -> None:
    checks = checks_of_devices(tmp_path, Computer(cuda=right))

    assert checks
    assert all(check.passed and not check.remark for check in checks)
    assert "differs by at most 0.0e+00" in checks[0].detail


def test_a_pack_without_its_card_is_a_remark_since_the_processor_stands_in(tmp_path: Path) -> None:
    computer = Computer(cuda=right)
    computer.fails_to_open["cuda"] = "no CUDA-capable device is detected"

    checks = checks_of_devices(tmp_path, computer)

    assert checks
    assert all(check.passed and check.remark for check in checks)
    assert checks[0].detail.endswith("no CUDA-capable device is detected. CPU computes instead.")


def test_a_device_that_computes_wrongly_is_a_remark_too(tmp_path: Path) -> None:
    checks = checks_of_devices(tmp_path, Computer(cuda=raising(SessionError("kernel launch failed"))))

    assert all(check.remark for check in checks)
    assert "kernel launch failed" in checks[0].detail
