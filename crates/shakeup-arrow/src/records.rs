//! All kinds of records in one table: column `type`, and the columns of every kind.

use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray, Float64Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use shakeup::Row;

/// A field of a row as a cell, which may be empty.
trait Cell {
    type Value<'a>
    where
        Self: 'a;
    fn cell(&self) -> Option<Self::Value<'_>>;
}

impl Cell for String {
    type Value<'a> = &'a str;

    fn cell(&self) -> Option<&str> {
        Some(self)
    }
}

impl Cell for Option<String> {
    type Value<'a> = &'a str;

    fn cell(&self) -> Option<&str> {
        self.as_deref()
    }
}

impl Cell for Option<f64> {
    type Value<'a> = f64;

    fn cell(&self) -> Option<f64> {
        *self
    }
}

macro_rules! always {
    ($($type:ty),+) => {$(
        impl Cell for $type {
            type Value<'a> = $type;

            fn cell(&self) -> Option<$type> {
                Some(*self)
            }
        }
    )+};
}

always!(i64, f64, bool);

/// Declares the columns: type, whether a cell may be empty, name, and the field in each kind of row that has it.
macro_rules! records {
    ($($array:ident $type:ident $nullable:literal $name:literal $field:ident: $($kind:ident)+;)+) => {
        /// The schema of batches of all kinds of records: what `--format rows` and CSV have, in the same order.
        pub fn record_schema() -> Schema {
            let mut fields = vec![Field::new("type", DataType::Utf8, false)];
            $(fields.push(Field::new($name, DataType::$type, $nullable));)+
            Schema::new(fields)
        }

        /// Rows of all kinds as a record batch of [`record_schema`]; what a kind has no column for is null.
        ///
        /// ```
        /// let found = shakeup::Extractor::new().extract("Acme Corp named Jane Roe chief executive.");
        /// let batch = shakeup_arrow::record_batch(&found.rows());
        /// assert_eq!((batch.num_rows(), batch.schema().field(0).name().as_str()), (2, "type"));
        /// ```
        pub fn record_batch(rows: &[Row]) -> RecordBatch {
            let mut columns: Vec<ArrayRef> = vec![Arc::new(rows.iter().map(|row| Some(row.kind())).collect::<StringArray>())];
            $(columns.push(Arc::new(rows.iter().map(|row| match row {
                $(Row::$kind(row) => row.$field.cell(),)+
                #[allow(unreachable_patterns, reason = "some columns are in every kind")]
                _ => None,
            }).collect::<$array>()));)+
            RecordBatch::try_new(Arc::new(record_schema()), columns).expect("schema and columns come from the same list")
        }
    };
}

records! {
    StringArray Utf8 false "doc" doc: Role Reassignment Target;
    StringArray Utf8 false "id" id: Role Reassignment Target;
    StringArray Utf8 true "person" person: Role Reassignment;
    StringArray Utf8 true "post" post: Role Reassignment;
    StringArray Utf8 true "organization" organization: Role Reassignment;
    StringArray Utf8 true "status" status: Role;
    BooleanArray Boolean true "acting" acting: Role Reassignment;
    StringArray Utf8 true "since" since: Role;
    StringArray Utf8 true "until" until: Role;
    StringArray Utf8 true "direction" direction: Reassignment;
    StringArray Utf8 true "reason" reason: Reassignment;
    StringArray Utf8 true "counterpart" counterpart: Reassignment;
    StringArray Utf8 true "date" date: Reassignment;
    StringArray Utf8 true "date_text" date_text: Reassignment;
    StringArray Utf8 true "move" moved: Reassignment;
    Float64Array Float64 true "low" low: Target;
    Float64Array Float64 true "high" high: Target;
    StringArray Utf8 true "comparator" comparator: Target;
    StringArray Utf8 true "unit" unit: Target;
    StringArray Utf8 true "metric" metric: Target;
    StringArray Utf8 true "period" period: Target;
    StringArray Utf8 true "kind" kind: Target;
    StringArray Utf8 true "setter" setter: Target;
    StringArray Utf8 true "addressee" addressee: Target;
    StringArray Utf8 true "deadline" deadline: Target;
    StringArray Utf8 true "deadline_text" deadline_text: Target;
    StringArray Utf8 true "of" of: Target;
    StringArray Utf8 true "change" change: Target;
    StringArray Utf8 true "realis" realis: Reassignment Target;
    StringArray Utf8 true "attribution" attribution: Reassignment Target;
    Int64Array Int64 false "start" start: Role Reassignment Target;
    Int64Array Int64 false "end" end: Role Reassignment Target;
    Int64Array Int64 false "start_byte" start_byte: Role Reassignment Target;
    Int64Array Int64 false "end_byte" end_byte: Role Reassignment Target;
    StringArray Utf8 false "text" text: Role Reassignment Target;
    StringArray Utf8 false "rule" rule: Role Reassignment Target;
    Float64Array Float64 false "confidence" confidence: Role Reassignment Target;
}

#[cfg(test)]
mod tests {
    use arrow_array::Array;
    use serde_json::Value;

    use super::*;
    use crate::Table;

    const NEWS: &str = "Ohio Governor Ann Lee wants at least 40 new buses a year by 2028 and named Omar Diaz chairman.";

    #[test]
    fn columns_are_those_of_every_kind() {
        let schema = record_schema();
        let kinds = [Table::Roles, Table::Reassignments, Table::Targets].map(Table::schema);
        for field in kinds.iter().flat_map(|kind| kind.fields()) {
            assert_eq!(schema.field_with_name(field.name()).unwrap().data_type(), field.data_type(), "{field}");
        }
        for field in schema.fields().iter().filter(|field| field.name() != "type") {
            let everywhere =
                kinds.iter().all(|kind| kind.field_with_name(field.name()).is_ok_and(|f| !f.is_nullable()));
            assert_eq!(field.is_nullable(), !everywhere, "{field}");
        }
    }

    #[test]
    fn a_cell_is_null_where_the_row_has_nothing() {
        let rows = shakeup::Extractor::new().extract(NEWS).rows();
        let batch = record_batch(&rows);
        assert!(["role", "reassignment", "target"].iter().all(|kind| rows.iter().any(|row| row.kind() == *kind)));
        for (i, row) in rows.iter().enumerate() {
            let row = serde_json::to_value(row).unwrap();
            for (field, column) in batch.schema().fields().iter().zip(batch.columns()) {
                let empty = matches!(row.get(field.name()), None | Some(Value::Null));
                assert_eq!(column.is_null(i), empty, "{field} of {row}");
            }
        }
    }
}
