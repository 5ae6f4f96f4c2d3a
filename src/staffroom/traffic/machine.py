"""How is a kernel compiled once, kept on disk, and called without loading its compiler again?

Numba compiles the kernel's Python to machine code; that code is kept as an object file, which LLVM's own
linker (llvmlite) brings back in a few hundredths of a second, where importing the compiler would take
longer than reading a million lines. See docs/decisions/0003-kernels-are-kept-as-object-files.md.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from staffroom.traffic.entry_points import EVERY, EntryPoint

Kernel = Callable[..., None]

SEAL = hashlib.sha256().digest_size  # bytes before the code, by which damage to it is known

_PLAIN_TYPES = {"i8": ctypes.c_int64, "u8": ctypes.c_uint64}


class Unavailable(Exception):
    """There is no way to compile or load kernels on this machine; the plain path does the work."""


@cache
def load(entry: EntryPoint, folder: Path) -> Kernel:
    """Return a kernel as a function of numpy arrays and numbers, compiling it if `folder` has no copy.

    Raises Unavailable where this machine has no compiler for it. The call releases the interpreter, so
    that two may run side by side.
    """
    try:
        kept = _place(entry, folder)
        code = _kept(kept) or _compile(entry, kept)
        return _callable(_linked(code, entry.name), entry.takes)
    except (ImportError, OSError, RuntimeError) as error:
        raise Unavailable(f"{entry.name} cannot be compiled here.") from error


@cache
def is_available(folder: Path) -> bool:
    """Say whether the kernels can be had here; the first time this compiles them, which takes seconds."""
    try:
        for entry in EVERY:
            load(entry, folder)
    except Unavailable:
        return False
    return True


def is_prepared(folder: Path) -> bool:
    """Say whether the kernels are compiled already, so that nobody has to wait for it."""
    try:
        return all(_place(entry, folder).is_file() for entry in EVERY)
    except (ImportError, OSError, RuntimeError):
        return True  # there is no compiler, so nothing to wait for


def _place(entry: EntryPoint, folder: Path) -> Path:
    return folder / f"{entry.name}-{_edition()}.o"


@cache
def _edition() -> str:
    """Name what the compiled code depends on: the kernels' sources, the compiler and the processor."""
    import llvmlite
    import llvmlite.binding as llvm

    digest = hashlib.sha256(llvmlite.__version__.encode())
    here = Path(__file__).parent
    for source in (*sorted((here / "kernels").glob("*.py")), *sorted(here.glob("*.py"))):
        digest.update(source.read_bytes())
    digest.update(llvm.get_host_cpu_name().encode())
    digest.update(llvm.get_host_cpu_features().flatten().encode())
    return digest.hexdigest()[:20]


def _kept(kept: Path) -> bytes | None:
    """Return the code that a file keeps; None where there is none, or it is not as it was written.

    The linker would not refuse a damaged one: it ends the whole process.
    """
    try:
        written = kept.read_bytes()
    except FileNotFoundError:
        return None
    seal, code = written[:SEAL], written[SEAL:]
    return code if hashlib.sha256(code).digest() == seal else None


def _compile(entry: EntryPoint, kept: Path) -> bytes:
    from numba import cfunc, types
    from numba.core.errors import NumbaError

    plain = {"i4": types.int32, "i8": types.int64, "u1": types.uint8, "u4": types.uint32, "u8": types.uint64}
    takes = [types.CPointer(plain[kind[:-1]]) if kind.endswith("*") else plain[kind] for kind in entry.takes]
    source = getattr(importlib.import_module(entry.module), entry.name)
    try:
        built = cfunc(types.void(*takes), nopython=True, boundscheck=False, error_model="numpy")(source)
    except NumbaError as error:
        raise RuntimeError(f"This release of the compiler does not take {entry.name}.") from error
    text = built.inspect_llvm().replace(built.native_name, entry.name)
    code = _object_code(text)
    _keep(kept, code)
    return code


def _object_code(text: str) -> bytes:
    llvm = _llvm()
    return bytes(_target(llvm).emit_object(llvm.parse_assembly(text)))


def _keep(kept: Path, code: bytes) -> None:
    """Write the object file whole or not at all; a folder that cannot be written is no error."""
    import tempfile  # only the first run of all writes one

    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as written:
            written.write(hashlib.sha256(code).digest() + code)
        os.replace(written.name, kept)
    except OSError:
        return


_engines: list[Any] = []  # what is loaded stays loaded as long as the process lives


def _linked(code: bytes, name: str) -> int:
    llvm = _llvm()
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), _target(llvm))
    engine.add_object_file(llvm.ObjectFileRef.from_data(code))
    engine.finalize_object()
    _engines.append(engine)
    address = int(engine.get_function_address(name))
    if not address:
        raise RuntimeError(f"The object file has no {name}.")
    return address


@cache
def _llvm() -> Any:
    import llvmlite.binding as llvm

    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    return llvm


def _target(llvm: Any) -> Any:
    return llvm.Target.from_default_triple().create_target_machine(
        cpu=llvm.get_host_cpu_name(),
        features=llvm.get_host_cpu_features().flatten(),
        opt=3,
        reloc="pic",
        codemodel="jitdefault",
        jit=True,
    )


def _callable(address: int, takes: tuple[str, ...]) -> Kernel:
    kinds = [ctypes.c_void_p if kind.endswith("*") else _PLAIN_TYPES[kind] for kind in takes]
    function = ctypes.CFUNCTYPE(None, *kinds)(address)

    def call(*given: Any) -> None:
        function(*(one.ctypes.data if hasattr(one, "ctypes") else one for one in given))

    return call
