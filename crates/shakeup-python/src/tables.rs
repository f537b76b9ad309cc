//! The tables of many documents: how they are made, and the classes that hold them.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::ffi::FFI_ArrowSchema;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, RecordBatch, RecordBatchIterator};
use arrow_schema::{DataType, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyList, PyMapping, PyString};
use shakeup::PartialDate;
use shakeup_arrow::{DocumentColumns, DocumentNames as Names, Rows, TablesBuilder};

use crate::columns;
use crate::documents::{Doc, date_of, id_of, is_missing, utf8};
use crate::errors;
use crate::threads::{BATCH_BYTES, BATCH_DOCUMENTS, in_order};
use crate::words::Word;

/// A thread takes that many documents at a time, and hands their rows over as batches.
const STEP: usize = 16;

/// Batches of the tables have at least that many rows, but for the last one.
const BATCH_ROWS: usize = 1 << 16;

/// Where the text, id and date of a document are: names of columns or fields.
pub(crate) struct Where<'a, 'py> {
    pub(crate) text: Option<String>,
    pub(crate) id: Option<String>,
    pub(crate) published: Option<&'a Bound<'py, PyAny>>,
}

/// Reads all documents of the data and gathers their tables.
pub(crate) fn read(
    extractor: &shakeup::Extractor,
    data: &Bound<'_, PyAny>,
    columns: Where<'_, '_>,
    threads: usize,
) -> PyResult<Tables> {
    let py = data.py();
    let (names, date) = names(columns)?;
    let mut making =
        Making { extractor, threads, date, row: 0, builder: TablesBuilder::new(BATCH_ROWS), done: Done::default() };
    // What a table has besides these columns is neither converted nor looked at.
    let frames = py.import("shakeup._frames")?;
    let (kind, data): (String, Bound<'_, PyAny>) =
        frames.call_method1("source", (data, &names.text, &names.id, &names.published))?.extract()?;
    match kind.as_str() {
        "stream" => {
            let mut stream = columns::stream(&data)?;
            // The producer may need the interpreter, from threads of its own.
            while let Some(array) = py.detach(|| stream.next()) {
                let array = array.map_err(|error| errors::input(py, format!("cannot read the Arrow data: {error}")))?;
                making.array(py, &array, &names)?;
            }
        }
        "array" => making.array(py, &columns::array(&data)?, &names)?,
        _ => making.objects(&data, &names)?,
    }
    Ok(making.finish())
}

/// The names of the columns, and the date of all documents if a date was given and no name.
fn names(columns: Where<'_, '_>) -> PyResult<(Names, Option<PartialDate>)> {
    let (mut published, mut date) = (None, None);
    if let Some(value) = columns.published.filter(|value| !value.is_none()) {
        let word = value.cast::<PyString>().ok().map(utf8).transpose()?;
        match word.filter(|word| word.parse::<PartialDate>().is_err()) {
            Some(name) => published = Some(name.to_owned()),
            None => date = date_of(value)?,
        }
    }
    Ok((Names { text: columns.text, id: columns.id, published }, date))
}

/// Tables that are being made.
struct Making<'e> {
    extractor: &'e shakeup::Extractor,
    threads: usize,
    date: Option<PartialDate>,
    /// How many rows were read.
    row: u64,
    builder: TablesBuilder,
    done: Done,
}

/// Full batches, by table.
#[derive(Default)]
struct Done([Vec<RecordBatch>; 5]);

impl Done {
    fn add(&mut self, batches: Vec<(shakeup_arrow::Table, RecordBatch)>) {
        for (table, batch) in batches {
            if batch.num_rows() > 0 {
                self.0[table as usize].push(batch);
            }
        }
    }
}

impl Making<'_> {
    /// Reads documents, as many at a time as keep all threads busy.
    fn batch(&mut self, batch: &[Doc<'_>]) {
        let steps: Vec<&[Doc<'_>]> = batch.chunks(STEP).collect();
        let rows = in_order(&steps, self.threads, |step| {
            let mut rows = Rows::default();
            step.iter().for_each(|doc| rows.push(&doc.extract(self.extractor), &doc.text));
            rows.batches()
        });
        rows.into_iter().for_each(|batches| self.builder.append_batches(batches));
        self.done.add(self.builder.take_full());
    }

    fn is_full(&self, batch: &[Doc<'_>], bytes: usize) -> bool {
        batch.len() >= BATCH_DOCUMENTS * self.threads || bytes >= BATCH_BYTES * self.threads
    }

    /// Reads the documents of an Arrow array.
    fn array(&mut self, py: Python<'_>, array: &dyn Array, names: &Names) -> PyResult<()> {
        let columns = DocumentColumns::new(array, names).map_err(|fault| errors::input(py, fault))?;
        let mut row = 0;
        while row < array.len() {
            py.detach(|| {
                let (mut batch, mut bytes) = (Vec::new(), 0);
                while row < array.len() && !self.is_full(&batch, bytes) {
                    if let Some(doc) = columns.document(row)? {
                        bytes += doc.text.len();
                        batch.push(Doc {
                            text: doc.text.into(),
                            id: doc.id.unwrap_or_else(|| self.row.to_string().into()),
                            published: doc.published.or(self.date),
                        });
                    }
                    row += 1;
                    self.row += 1;
                }
                self.batch(&batch);
                Ok(())
            })
            .map_err(|fault: String| errors::input_at(py, self.row, fault))?;
            py.check_signals()?;
        }
        Ok(())
    }

    /// Reads texts, and dicts with a text, from anything that can be iterated over.
    fn objects(&mut self, data: &Bound<'_, PyAny>, names: &Names) -> PyResult<()> {
        let py = data.py();
        let mut items = data.try_iter()?;
        let mut more = true;
        while more {
            let (mut batch, mut bytes) = (Vec::new(), 0);
            while !self.is_full(&batch, bytes) {
                let Some(item) = items.next() else {
                    more = false;
                    break;
                };
                if let Some(doc) = self.object(&item?, names)? {
                    bytes += doc.text.len();
                    batch.push(doc);
                }
                self.row += 1;
            }
            py.detach(|| self.batch(&batch));
            py.check_signals()?;
        }
        Ok(())
    }

    /// The document of a text or a dict.
    fn object(&self, item: &Bound<'_, PyAny>, names: &Names) -> PyResult<Option<Doc<'static>>> {
        let py = item.py();
        let refused = |what: String| errors::input_at(py, self.row, what);
        let (mut text, mut id, mut published) = (item.clone(), None, None);
        if let Ok(fields) = item.cast::<PyMapping>() {
            let field = |name: &Option<String>, usual: &[&str]| -> PyResult<Option<Bound<'_, PyAny>>> {
                let named = name.as_deref();
                for name in named.as_slice().iter().chain(if named.is_none() { usual } else { &[] }) {
                    if fields.contains(*name)? {
                        return fields.get_item(*name).map(Some);
                    }
                }
                Ok(None)
            };
            let name = names.text.as_deref().unwrap_or("text");
            text = field(&names.text, &["text"])?.ok_or_else(|| refused(format!("no field {name:?}")))?;
            id = field(&names.id, &["id"])?;
            published = field(&names.published, &["published", "date"])?;
        }
        if is_missing(&text) {
            return Ok(None);
        }
        let text = text.cast::<PyString>().map_err(|_| refused(errors::not_a_text(&text)))?;
        let at = |error| errors::at(py, error, self.row);
        let text = utf8(text).map_err(at)?.to_owned();
        let id = id.as_ref().map(id_of).transpose()?.flatten().unwrap_or_else(|| self.row.to_string());
        let published = match published {
            Some(date) if date.cast::<PyString>().is_ok_and(|date| date.len().is_ok_and(|length| length == 0)) => None,
            Some(date) => date_of(&date).map_err(at)?,
            None => None,
        };
        Ok(Some(Doc { text: text.into(), id: id.into(), published: published.or(self.date) }))
    }

    fn finish(mut self) -> Tables {
        self.done.add(self.builder.finish());
        let Done(batches) = self.done;
        Tables(Arc::new(batches))
    }
}

/// The tables of many documents: one row a record, mention or quantity, with the document's id in column `doc`.
///
/// >>> import shakeup
/// >>> shakeup.tables(["Acme Corp named Jane Roe chief executive."])
/// Tables(roles=1, reassignments=1, targets=0, mentions=2, quantities=0)
#[pyclass(frozen, module = "shakeup")]
pub(crate) struct Tables(Arc<[Vec<RecordBatch>; 5]>);

#[pymethods]
impl Tables {
    /// Who holds which post where.
    #[getter]
    fn roles(&self) -> Table {
        self.table(shakeup_arrow::Table::Roles)
    }

    /// Who goes into or out of which post.
    #[getter]
    fn reassignments(&self) -> Table {
        self.table(shakeup_arrow::Table::Reassignments)
    }

    /// Numbers that somebody wants reached or not passed.
    #[getter]
    fn targets(&self) -> Table {
        self.table(shakeup_arrow::Table::Targets)
    }

    /// Each mention of a person or an organization; `entity` is the same for all mentions of one in its document.
    #[getter]
    fn mentions(&self) -> Table {
        self.table(shakeup_arrow::Table::Mentions)
    }

    /// Each number with what it measures.
    #[getter]
    fn quantities(&self) -> Table {
        self.table(shakeup_arrow::Table::Quantities)
    }

    fn __repr__(&self) -> String {
        let count = |table| format!("{table}={}", self.table(table).__len__());
        format!("Tables({})", shakeup_arrow::Table::ALL.map(count).join(", "))
    }
}

impl Tables {
    fn table(&self, table: shakeup_arrow::Table) -> Table {
        Table { table, schema: Arc::new(table.schema()), batches: Arc::clone(&self.0) }
    }
}

/// A table in Arrow's form: pyarrow, polars, DuckDB and pandas take it as it is, as often as they like, without a copy.
///
/// >>> import shakeup
/// >>> roles = shakeup.tables(["Acme Corp named Jane Roe chief executive."]).roles
/// >>> [(row["doc"], row["person"], row["post"]) for row in roles.to_dicts()]
/// [('0', 'Jane Roe', 'chief executive')]
#[pyclass(frozen, module = "shakeup")]
pub(crate) struct Table {
    table: shakeup_arrow::Table,
    schema: SchemaRef,
    batches: Arc<[Vec<RecordBatch>; 5]>,
}

#[pymethods]
impl Table {
    /// Name of the table: "roles", "reassignments", "targets", "mentions" or "quantities".
    #[getter]
    fn name(&self) -> Word<shakeup_arrow::Table> {
        Word(self.table)
    }

    /// Names of the columns, in order.
    #[getter]
    fn columns(&self) -> Vec<&str> {
        self.schema.fields().iter().map(|field| field.name().as_str()).collect()
    }

    fn __len__(&self) -> usize {
        self.batches().iter().map(RecordBatch::num_rows).sum()
    }

    fn __repr__(&self) -> String {
        format!("Table({:?}, rows={}, columns={:?})", self.table.as_str(), self.__len__(), self.columns())
            .replace('"', "'")
    }

    /// The rows as a stream of the Arrow PyCapsule interface: each call gives one from the start.
    #[pyo3(signature = (requested_schema: "object" = None) -> "object")]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema; // the interface leaves it to the consumer to cast what a producer gives
        let batches: Vec<_> = self.batches().iter().cloned().map(Ok).collect();
        let reader = RecordBatchIterator::new(batches, Arc::clone(&self.schema));
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(reader)), c"arrow_array_stream")
    }

    /// The schema in the Arrow PyCapsule interface.
    #[pyo3(signature = () -> "object")]
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(&*self.schema).map_err(|error| errors::input(py, error.to_string()))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    /// The table as a `pyarrow.Table`, without a copy.
    fn to_arrow<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        errors::package(slf.py(), "pyarrow", "to_arrow()")?.call_method1("table", (slf,))
    }

    /// The table as a `polars.DataFrame`, without a copy.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        errors::package(slf.py(), "polars", "to_polars()")?.call_method1("DataFrame", (slf,))
    }

    /// The table as a `pandas.DataFrame`; faster where pyarrow is installed.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        let py = slf.py();
        let pandas = errors::package(py, "pandas", "to_pandas()")?;
        py.import("shakeup._frames")?.call_method1("to_pandas", (pandas, slf))
    }

    /// The rows as dicts.
    #[pyo3(signature = () -> "list[dict[str, Any]]")]
    fn to_dicts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let names: Vec<_> = self.columns().into_iter().map(|name| PyString::intern(py, name)).collect();
        let dicts = PyList::empty(py);
        for batch in self.batches() {
            for row in 0..batch.num_rows() {
                let dict = PyDict::new(py);
                for (name, column) in names.iter().zip(batch.columns()) {
                    dict.set_item(name, value(py, column, row)?)?;
                }
                dicts.append(dict)?;
            }
        }
        Ok(dicts)
    }
}

impl Table {
    fn batches(&self) -> &[RecordBatch] {
        &self.batches[self.table as usize]
    }
}

/// A value of the types that the tables have.
fn value<'py>(py: Python<'py>, column: &dyn Array, row: usize) -> PyResult<Bound<'py, PyAny>> {
    if column.is_null(row) {
        return Ok(py.None().into_bound(py));
    }
    Ok(match column.data_type() {
        DataType::Utf8 => column.as_string::<i32>().value(row).into_pyobject(py)?.into_any(),
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).into_pyobject(py)?.into_any(),
        DataType::Float64 => column.as_primitive::<Float64Type>().value(row).into_pyobject(py)?.into_any(),
        DataType::Boolean => column.as_boolean().value(row).into_pyobject(py)?.to_owned().into_any(),
        other => unreachable!("no table has a column of {other}"),
    })
}
