//! Arrays and streams of the Arrow PyCapsule interface, read where they lie.

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi};
use arrow_array::ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{ArrayRef, make_array};
use arrow_schema::ArrowError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};

use crate::errors;

fn refused(py: Python<'_>, error: &ArrowError) -> PyErr {
    errors::input(py, format!("cannot read the Arrow data: {error}"))
}

/// The stream that the object offers; it is taken out of its capsule.
pub(crate) fn stream(data: &Bound<'_, PyAny>) -> PyResult<ArrayStreamReader> {
    let capsule = data.call_method0("__arrow_c_stream__")?;
    let pointer = capsule.cast::<PyCapsule>()?.pointer_checked(Some(c"arrow_array_stream"))?;
    // SAFETY: by the PyCapsule interface a capsule of this name points at an ArrowArrayStream. It is moved out, and what
    // stays behind is marked as released, so that the capsule does not release it again.
    let stream = unsafe { FFI_ArrowArrayStream::from_raw(pointer.as_ptr().cast()) };
    ArrayStreamReader::try_new(stream).map_err(|error| refused(data.py(), &error))
}

/// The array that the object offers; it is taken out of its capsules.
pub(crate) fn array(data: &Bound<'_, PyAny>) -> PyResult<ArrayRef> {
    let capsules = data.call_method0("__arrow_c_array__")?;
    let capsules = capsules.cast::<PyTuple>()?;
    let pointer = |i: usize, name| capsules.get_item(i)?.cast::<PyCapsule>()?.pointer_checked(Some(name));
    let (schema, array) = (pointer(0, c"arrow_schema")?, pointer(1, c"arrow_array")?);
    // SAFETY: as for a stream; the schema belongs to the array beside it and outlives the call.
    let read = unsafe {
        let array = FFI_ArrowArray::from_raw(array.as_ptr().cast());
        from_ffi(array, schema.cast::<FFI_ArrowSchema>().as_ref())
    };
    read.map(make_array).map_err(|error| refused(data.py(), &error))
}
