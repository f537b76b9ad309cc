//! What was found in documents as Arrow record batches, one schema a [`Table`].
//!
//! ```
//! use shakeup_arrow::{Table, TablesBuilder};
//!
//! let extractor = shakeup::Extractor::new();
//! let mut tables = TablesBuilder::new(8192);
//! for text in ["Nothing to see.", "Acme Corp named Jane Roe chief executive."] {
//!     tables.push(&extractor.extract(text), text);
//!     for (table, batch) in tables.take_full() {
//!         println!("{} more rows of {table}", batch.num_rows());
//!     }
//! }
//! let rest = tables.finish();
//! let (table, batch) = &rest[1];
//! assert_eq!((*table, batch.num_rows()), (Table::Reassignments, 1));
//! ```
//!
//! One kind of rows alone becomes a batch by [`role_batch`] and its like.
//!
//! Columns have the names of the rows' fields and only the types that every reader takes: int64, utf8, float64 and bool
//! (Spark refuses unsigned and dictionary columns). What a row may leave out is nullable.

#![forbid(unsafe_code)]

mod documents;
mod mentions;
mod records;
mod tables;

use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray, Float64Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use shakeup::{MentionRow, QuantityRow, ReassignmentRow, RoleRow, TargetRow};

pub use documents::{DocumentColumns, DocumentNames, DocumentRow, partial_date};
pub use mentions::Mentions;
pub use records::{record_batch, record_schema};
pub use tables::{Rows, Table, TablesBuilder};

/// Type, nullability and array of a column, by the type of the row's field.
trait Column<'a> {
    const TYPE: DataType;
    const NULLABLE: bool;
    fn array(values: impl Iterator<Item = &'a Self>) -> ArrayRef
    where
        Self: 'a;
}

macro_rules! columns {
    ($($type:ty, $data_type:ident, $nullable:literal, $array:ident, |$value:ident| $item:expr;)+) => {$(
        impl<'a> Column<'a> for $type {
            const TYPE: DataType = DataType::$data_type;
            const NULLABLE: bool = $nullable;

            fn array(values: impl Iterator<Item = &'a Self>) -> ArrayRef {
                Arc::new(values.map(|$value| $item).collect::<$array>())
            }
        }
    )+};
}

columns! {
    String, Utf8, false, StringArray, |value| Some(value.as_str());
    Option<String>, Utf8, true, StringArray, |value| value.as_deref();
    i64, Int64, false, Int64Array, |value| Some(*value);
    f64, Float64, false, Float64Array, |value| Some(*value);
    Option<f64>, Float64, true, Float64Array, |value| *value;
    bool, Boolean, false, BooleanArray, |value| Some(*value);
}

fn field<'a, T: Column<'a>, R>(name: &str, _: fn(&R) -> &T) -> Field {
    Field::new(name, T::TYPE, T::NULLABLE)
}

fn array<'a, T: Column<'a> + 'a, R>(rows: &'a [R], of: fn(&R) -> &T) -> ArrayRef {
    T::array(rows.iter().map(of))
}

/// Declares a kind's schema and batch from the fields of its row, in their order; the types follow from the row.
macro_rules! batch {
    ($row:ident, $schema:ident, $batch:ident: $($field:ident $(as $name:literal)?,)+) => {
        #[doc = concat!("The schema of batches of [`", stringify!($row), "`]s.")]
        pub fn $schema() -> Schema {
            Schema::new(vec![$(field(column!($field $(as $name)?), |row: &$row| &row.$field)),+])
        }

        #[doc = concat!("[`", stringify!($row), "`]s as a record batch of [`", stringify!($schema), "`].")]
        pub fn $batch(rows: &[$row]) -> RecordBatch {
            let columns = vec![$(array(rows, |row: &$row| &row.$field)),+];
            RecordBatch::try_new(Arc::new($schema()), columns).expect("schema and columns come from the same rows")
        }
    };
}

macro_rules! column {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident as $name:literal) => {
        $name
    };
}

batch! { RoleRow, role_schema, role_batch:
    doc, id, person, post, organization, status, acting, since, until,
    start, end, start_byte, end_byte, text, rule, confidence,
}

batch! { ReassignmentRow, reassignment_schema, reassignment_batch:
    doc, id, person, direction, post, organization, reason, counterpart, date, date_text, realis, acting,
    moved as "move", attribution,
    start, end, start_byte, end_byte, text, rule, confidence,
}

batch! { TargetRow, target_schema, target_batch:
    doc, id, low, high, comparator, unit, metric, period, kind, setter, addressee, deadline, deadline_text, of, change,
    realis, attribution,
    start, end, start_byte, end_byte, text, rule, confidence,
}

batch! { MentionRow, mention_schema, mention_batch:
    doc, kind, entity, name, text, start, end, start_byte, end_byte,
}

batch! { QuantityRow, quantity_schema, quantity_batch:
    doc, kind, low, high, comparator, unit, ucum, counted, concept, period, per, change, text, start, end, start_byte,
    end_byte,
}

#[cfg(test)]
mod tests {
    use arrow_array::Array;
    use arrow_array::cast::AsArray;
    use arrow_array::types::Float64Type;
    use shakeup::Row;

    use super::*;

    /// The rows' own JSON names the columns: nothing may be missing, added or out of order.
    fn json_columns(row: &impl serde::Serialize) -> Vec<String> {
        let json = serde_json::to_string(row).unwrap();
        let columns: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&json).unwrap();
        // The map is sorted, the text is not.
        let mut names: Vec<String> = columns.into_iter().map(|(name, _)| name).filter(|name| name != "type").collect();
        names.sort_by_key(|name| json.find(&format!("\"{name}\":")));
        names
    }

    fn names(schema: &Schema) -> Vec<String> {
        schema.fields().iter().map(|field| field.name().clone()).collect()
    }

    const EVIDENCE: &str = r#""start":0,"end":9,"start_byte":0,"end_byte":9,"text":"…","rule":"r","confidence":0.5"#;

    fn row(slots: &str) -> Row {
        serde_json::from_str(&format!("{{{slots},{EVIDENCE}}}")).unwrap()
    }

    #[test]
    fn roles_become_columns() {
        let row = row(
            r#""type":"role","doc":"a","id":"1","person":"Ann Lee","post":"chief","status":"current","acting":true"#,
        );
        assert_eq!(names(&role_schema()), json_columns(&row));
        let Row::Role(row) = row else { unreachable!() };
        let batch = role_batch(&[row.clone(), RoleRow { organization: Some("Acme".into()), acting: false, ..row }]);
        let organizations = batch.column_by_name("organization").unwrap().as_string::<i32>();
        assert!(organizations.is_null(0) && organizations.value(1) == "Acme");
        assert!(batch.column_by_name("acting").unwrap().as_boolean().value(0));
    }

    #[test]
    fn reassignments_become_columns() {
        let row = row(
            r#""type":"reassignment","doc":"a","id":"1","person":"Ann Lee","direction":"in","realis":"actual","acting":false,"move":"2""#,
        );
        assert_eq!(names(&reassignment_schema()), json_columns(&row));
        let Row::Reassignment(row) = row else { unreachable!() };
        let batch = reassignment_batch(&[row]);
        assert_eq!(batch.column_by_name("move").unwrap().as_string::<i32>().value(0), "2");
    }

    #[test]
    fn targets_become_columns() {
        let row = row(
            r#""type":"target","doc":"a","id":"1","low":40.0,"comparator":"ge","unit":"count","kind":"target","realis":"actual""#,
        );
        assert_eq!(names(&target_schema()), json_columns(&row));
        let Row::Target(row) = row else { unreachable!() };
        let batch = target_batch(&[row]);
        assert_eq!(batch.column_by_name("low").unwrap().as_primitive::<Float64Type>().value(0), 40.0);
        assert!(batch.column_by_name("high").unwrap().is_null(0));
    }

    #[test]
    fn mentions_and_quantities_become_columns() {
        let text = "Ohio Governor Ann Lee wants at least 40 new buses a year.";
        let found = shakeup::Extractor::new().extract(text);
        let mentions = found.mention_rows(text);
        assert_eq!(names(&mention_schema()), json_columns(&mentions[0]));
        let batch = mention_batch(&mentions);
        assert_eq!(batch.column_by_name("text").unwrap().as_string::<i32>().value(1), "Ann Lee");
        let quantities = [found.quantities[0].to_row("a")];
        assert_eq!(names(&quantity_schema()), json_columns(&quantities[0]));
        let batch = quantity_batch(&quantities);
        assert_eq!(batch.column_by_name("low").unwrap().as_primitive::<Float64Type>().value(0), 40.0);
        assert!(batch.column_by_name("ucum").unwrap().is_null(0));
    }

    #[test]
    fn nothing_is_a_batch_too() {
        for batch in [role_batch(&[]), reassignment_batch(&[]), target_batch(&[]), mention_batch(&[])] {
            assert_eq!(batch.num_rows(), 0);
        }
    }
}
