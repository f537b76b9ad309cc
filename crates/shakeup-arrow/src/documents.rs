//! Documents from Arrow: which columns hold text, id and date, whatever types they have.

use std::borrow::Cow;

use arrow_array::Array;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Date64Type, Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type,
    UInt64Type,
};
use arrow_schema::{DataType, TimeUnit};
use shakeup::PartialDate;

/// Which columns hold what; `None` for those that nobody named: then "text", "id", and "published" or "date" are looked for.
#[derive(Debug, Clone, Default)]
pub struct DocumentNames {
    /// The column of the text.
    pub text: Option<String>,
    /// The column of the id.
    pub id: Option<String>,
    /// The column of the publication date.
    pub published: Option<String>,
}

/// A document as it stands in a row.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentRow<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its id, if it has one.
    pub id: Option<Cow<'a, str>>,
    /// When it was published, if that is known.
    pub published: Option<PartialDate>,
}

/// The columns that documents are read from.
///
/// ```
/// use arrow_array::StringArray;
/// use shakeup_arrow::{DocumentColumns, DocumentNames};
///
/// let texts = StringArray::from(vec![Some("Nothing to see."), None]);
/// let columns = DocumentColumns::new(&texts, &DocumentNames::default())?;
/// assert_eq!(columns.document(0)?.unwrap().text, "Nothing to see.");
/// assert_eq!(columns.document(1)?, None);
/// # Ok::<(), String>(())
/// ```
pub struct DocumentColumns<'a> {
    text: Strings<'a>,
    id: Option<Ids<'a>>,
    published: Option<(String, Dates<'a>)>,
}

impl<'a> DocumentColumns<'a> {
    /// Finds the columns in an array of structs, which is what a table's batch is; any other array is the text itself.
    /// An error says which column is missing or of no use.
    pub fn new(array: &'a dyn Array, names: &DocumentNames) -> Result<DocumentColumns<'a>, String> {
        let DataType::Struct(fields) = array.data_type() else {
            return Ok(DocumentColumns { text: Strings::new("text", array)?, id: None, published: None });
        };
        let columns = array.as_struct();
        let known = |name: &str| columns.column_by_name(name).map(|column| &**column);
        let all = || fields.iter().map(|field| field.name().as_str()).collect::<Vec<_>>().join(", ");
        let named = |name: &str| known(name).ok_or_else(|| format!("no column {name:?} among: {}", all()));
        let text = match &names.text {
            Some(name) => Strings::new(name, named(name)?)?,
            None if fields.len() == 1 => Strings::new(fields[0].name(), columns.column(0))?,
            None => {
                let column =
                    known("text").ok_or_else(|| format!("say which column is the text, as text=…: {}", all()))?;
                Strings::new("text", column)?
            }
        };
        let find = |name: &Option<String>, usual: &[&str]| match name {
            Some(name) => named(name).map(|column| Some((name.clone(), column))),
            None => Ok(usual.iter().find_map(|name| Some(((*name).to_owned(), known(name)?)))),
        };
        let id = find(&names.id, &["id"])?.map(|(name, column)| Ids::new(&name, column)).transpose()?;
        let published = match find(&names.published, &["published", "date"])? {
            Some((name, column)) => Some((name.clone(), Dates::new(&name, column)?)),
            None => None,
        };
        Ok(DocumentColumns { text, id, published })
    }

    /// The document of a row; nothing where the text is null. An error says what is wrong with the row.
    pub fn document(&self, row: usize) -> Result<Option<DocumentRow<'a>>, String> {
        let Some(text) = self.text.get(row)? else { return Ok(None) };
        let id = match &self.id {
            Some(ids) => ids.get(row)?,
            None => None,
        };
        let published = match &self.published {
            Some((name, dates)) => dates.get(row).map_err(|fault| format!("column {name:?}: {fault}"))?,
            None => None,
        };
        Ok(Some(DocumentRow { text, id, published }))
    }
}

/// A column of strings, however they are stored.
struct Strings<'a> {
    nulls: &'a dyn Array,
    stored: Stored<'a>,
}

enum Stored<'a> {
    Utf8(&'a arrow_array::StringArray),
    Large(&'a arrow_array::LargeStringArray),
    View(&'a arrow_array::StringViewArray),
    Dictionary(Vec<usize>, Box<Strings<'a>>),
    Nothing,
}

impl<'a> Strings<'a> {
    fn new(name: &str, column: &'a dyn Array) -> Result<Strings<'a>, String> {
        let stored = match column.data_type() {
            DataType::Utf8 => Stored::Utf8(column.as_string()),
            DataType::LargeUtf8 => Stored::Large(column.as_string()),
            DataType::Utf8View => Stored::View(column.as_string_view()),
            DataType::Null => Stored::Nothing,
            DataType::Dictionary(..) => {
                let dictionary = column.as_any_dictionary();
                let values = dictionary.values();
                let keys = if values.is_empty() { Vec::new() } else { dictionary.normalized_keys() };
                Stored::Dictionary(keys, Box::new(Strings::new(name, values)?))
            }
            other => return Err(format!("column {name:?} holds {other}, not strings")),
        };
        Ok(Strings { nulls: column, stored })
    }

    fn get(&self, row: usize) -> Result<Option<&'a str>, String> {
        if self.nulls.is_null(row) {
            return Ok(None);
        }
        let value = match &self.stored {
            Stored::Utf8(values) => values.value(row),
            Stored::Large(values) => values.value(row),
            Stored::View(values) => values.value(row),
            Stored::Dictionary(keys, values) => return keys.get(row).map_or(Ok(None), |&key| values.get(key)),
            Stored::Nothing => return Ok(None),
        };
        // Nothing but a promise says that what came through the C interface is UTF-8.
        match std::str::from_utf8(value.as_bytes()) {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(format!("not UTF-8 at byte {}", error.valid_up_to())),
        }
    }
}

/// A column of whole numbers of any width.
struct Integers<'a>(&'a dyn Array);

impl<'a> Integers<'a> {
    fn new(column: &'a dyn Array) -> Option<Integers<'a>> {
        column.data_type().is_integer().then_some(Integers(column))
    }

    fn get(&self, row: usize) -> Option<i128> {
        macro_rules! value {
            ($($type:ident => $arrow:ident),+) => {
                match self.0.data_type() {
                    $(DataType::$type => i128::from(self.0.as_primitive::<$arrow>().value(row)),)+
                    _ => return None,
                }
            };
        }
        if self.0.is_null(row) {
            return None;
        }
        Some(value!(
            Int8 => Int8Type, Int16 => Int16Type, Int32 => Int32Type, Int64 => Int64Type,
            UInt8 => UInt8Type, UInt16 => UInt16Type, UInt32 => UInt32Type, UInt64 => UInt64Type
        ))
    }
}

/// A column of ids: strings or whole numbers.
enum Ids<'a> {
    Strings(Strings<'a>),
    Integers(Integers<'a>),
}

impl<'a> Ids<'a> {
    fn new(name: &str, column: &'a dyn Array) -> Result<Ids<'a>, String> {
        match Integers::new(column) {
            Some(integers) => Ok(Ids::Integers(integers)),
            None => Strings::new(name, column).map(Ids::Strings).map_err(|fault| fault + " or whole numbers"),
        }
    }

    fn get(&self, row: usize) -> Result<Option<Cow<'a, str>>, String> {
        match self {
            Ids::Strings(strings) => Ok(strings.get(row)?.map(Cow::Borrowed)),
            Ids::Integers(integers) => Ok(integers.get(row).map(|id| id.to_string().into())),
        }
    }
}

/// A column of dates: partial dates as strings, days, points in time (of which the day in UTC counts), or years.
enum Dates<'a> {
    Strings(Strings<'a>),
    Years(Integers<'a>),
    Days(&'a dyn Array),
}

impl<'a> Dates<'a> {
    fn new(name: &str, column: &'a dyn Array) -> Result<Dates<'a>, String> {
        if let Some(years) = Integers::new(column) {
            return Ok(Dates::Years(years));
        }
        match column.data_type() {
            DataType::Date32 | DataType::Date64 | DataType::Timestamp(..) => Ok(Dates::Days(column)),
            _ => Strings::new(name, column).map(Dates::Strings).map_err(|fault| fault + " or dates"),
        }
    }

    fn get(&self, row: usize) -> Result<Option<PartialDate>, String> {
        match self {
            Dates::Strings(strings) => match strings.get(row)? {
                None | Some("") => Ok(None),
                Some(text) => partial_date(text).map(Some).map_err(|error| error.to_string()),
            },
            Dates::Years(years) => match years.get(row) {
                None => Ok(None),
                Some(year) => i32::try_from(year)
                    .ok()
                    .and_then(PartialDate::from_year)
                    .map(Some)
                    .ok_or_else(|| format!("{year} is no year")),
            },
            Dates::Days(column) => match days(*column, row) {
                None => Ok(None),
                Some(days) => i32::try_from(days)
                    .ok()
                    .filter(|days| days.abs() < 4_000_000)
                    .and_then(PartialDate::from_days_since_epoch)
                    .map(Some)
                    .ok_or_else(|| "a date outside the years 1 to 9999".to_owned()),
            },
        }
    }
}

/// Days since 1970-01-01.
fn days(column: &dyn Array, row: usize) -> Option<i64> {
    const DAY: i64 = 86_400;
    if column.is_null(row) {
        return None;
    }
    Some(match column.data_type() {
        DataType::Date32 => i64::from(column.as_primitive::<Date32Type>().value(row)),
        DataType::Date64 => column.as_primitive::<Date64Type>().value(row).div_euclid(DAY * 1_000),
        DataType::Timestamp(unit, _) => match unit {
            TimeUnit::Second => column.as_primitive::<TimestampSecondType>().value(row).div_euclid(DAY),
            TimeUnit::Millisecond => {
                column.as_primitive::<TimestampMillisecondType>().value(row).div_euclid(DAY * 1_000)
            }
            TimeUnit::Microsecond => {
                column.as_primitive::<TimestampMicrosecondType>().value(row).div_euclid(DAY * 1_000_000)
            }
            TimeUnit::Nanosecond => {
                column.as_primitive::<TimestampNanosecondType>().value(row).div_euclid(DAY * 1_000_000_000)
            }
        },
        _ => return None,
    })
}

/// A partial date, or the day of a date with a time: "2025-05-29T12:00:00Z" → 2025-05-29.
pub fn partial_date(text: &str) -> Result<PartialDate, shakeup::Error> {
    let day = text.get(..10).filter(|_| matches!(text.as_bytes().get(10), Some(b'T' | b' ')));
    day.unwrap_or(text).parse()
}
