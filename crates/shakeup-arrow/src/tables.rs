//! The tables of many documents, in batches of bounded size.

use std::fmt;
use std::mem;

use arrow_array::RecordBatch;
use arrow_schema::Schema;
use arrow_select::concat::concat_batches;
use shakeup::{Extraction, QuantityRow, ReassignmentRow, RoleRow, TargetRow};

use crate::mentions::Mentions;

/// One of the tables that documents become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Table {
    /// [`RoleRow`]s.
    Roles,
    /// [`ReassignmentRow`]s.
    Reassignments,
    /// [`TargetRow`]s.
    Targets,
    /// [`shakeup::MentionRow`]s.
    Mentions,
    /// [`QuantityRow`]s.
    Quantities,
}

impl Table {
    /// Every table, in order.
    pub const ALL: [Table; 5] =
        [Table::Roles, Table::Reassignments, Table::Targets, Table::Mentions, Table::Quantities];

    /// `roles`, `reassignments`, `targets`, `mentions` or `quantities`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Table::Roles => "roles",
            Table::Reassignments => "reassignments",
            Table::Targets => "targets",
            Table::Mentions => "mentions",
            Table::Quantities => "quantities",
        }
    }

    /// The schema of its batches.
    pub fn schema(self) -> Schema {
        match self {
            Table::Roles => crate::role_schema(),
            Table::Reassignments => crate::reassignment_schema(),
            Table::Targets => crate::target_schema(),
            Table::Mentions => crate::mention_schema(),
            Table::Quantities => crate::quantity_schema(),
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The rows of documents, table by table, in the order of the documents and of their text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rows {
    /// Who holds which post where.
    pub roles: Vec<RoleRow>,
    /// Who goes into or out of which post.
    pub reassignments: Vec<ReassignmentRow>,
    /// Numbers that somebody wants reached or not passed.
    pub targets: Vec<TargetRow>,
    /// Each mention of a person or an organisation.
    pub mentions: Mentions,
    /// Each quantity.
    pub quantities: Vec<QuantityRow>,
}

impl Rows {
    /// Adds what was found in a document; `text` is its text.
    pub fn push(&mut self, found: &Extraction, text: &str) {
        let doc = &found.doc;
        self.roles.extend(found.roles.iter().map(|role| role.to_row(doc)));
        self.reassignments.extend(found.reassignments.iter().map(|change| change.to_row(doc)));
        self.targets.extend(found.targets.iter().map(|target| target.to_row(doc)));
        self.mentions.push(found, text);
        self.quantities.extend(found.quantities.iter().map(|quantity| quantity.to_row(doc)));
    }

    /// Adds other rows behind these.
    pub fn append(&mut self, mut more: Rows) {
        self.roles.append(&mut more.roles);
        self.reassignments.append(&mut more.reassignments);
        self.targets.append(&mut more.targets);
        self.mentions.append(more.mentions);
        self.quantities.append(&mut more.quantities);
    }

    /// How many rows a table has.
    pub fn len(&self, table: Table) -> usize {
        match table {
            Table::Roles => self.roles.len(),
            Table::Reassignments => self.reassignments.len(),
            Table::Targets => self.targets.len(),
            Table::Mentions => self.mentions.len(),
            Table::Quantities => self.quantities.len(),
        }
    }

    /// Takes all rows out, as one batch a table, in the order of [`Table::ALL`].
    pub fn batches(&mut self) -> [RecordBatch; 5] {
        Table::ALL.map(|table| self.take(table))
    }

    /// Takes a table's rows out, as a batch.
    pub fn take(&mut self, table: Table) -> RecordBatch {
        match table {
            Table::Roles => crate::role_batch(&mem::take(&mut self.roles)),
            Table::Reassignments => crate::reassignment_batch(&mem::take(&mut self.reassignments)),
            Table::Targets => crate::target_batch(&mem::take(&mut self.targets)),
            Table::Mentions => mem::take(&mut self.mentions).batch(),
            Table::Quantities => crate::quantity_batch(&mem::take(&mut self.quantities)),
        }
    }
}

/// Gathers the rows of documents and gives them away as batches, so that memory stays flat however many documents come.
#[derive(Debug)]
pub struct TablesBuilder {
    rows: Rows,
    batches: [Vec<RecordBatch>; 5], // what stands before the rows, by table
    full: usize,
}

impl TablesBuilder {
    /// A builder whose batches are full at that many rows. A full batch is longer by what was added last.
    pub fn new(full: usize) -> TablesBuilder {
        TablesBuilder { rows: Rows::default(), batches: Default::default(), full: full.max(1) }
    }

    /// Adds what was found in a document; `text` is its text.
    pub fn push(&mut self, found: &Extraction, text: &str) {
        self.rows.push(found, text);
    }

    /// Adds rows that were made elsewhere.
    pub fn append(&mut self, rows: Rows) {
        self.rows.append(rows);
    }

    /// Adds batches that were made elsewhere, as threads do it by [`Rows::batches`]: all that is left to do is to join them.
    pub fn append_batches(&mut self, batches: [RecordBatch; 5]) {
        for (table, batch) in Table::ALL.into_iter().zip(batches) {
            self.settle(table);
            self.batches[table as usize].push(batch);
        }
    }

    /// The batches that are full by now; the builder keeps the other rows.
    pub fn take_full(&mut self) -> Vec<(Table, RecordBatch)> {
        let full = |table: &Table| {
            let rows: usize = self.batches[*table as usize].iter().map(RecordBatch::num_rows).sum();
            rows + self.rows.len(*table) >= self.full
        };
        let full: Vec<_> = Table::ALL.into_iter().filter(full).collect();
        full.into_iter().map(|table| (table, self.take(table))).collect()
    }

    /// What is left: one batch a table, in the order of [`Table::ALL`], without rows where nothing is left.
    pub fn finish(mut self) -> Vec<(Table, RecordBatch)> {
        Table::ALL.into_iter().map(|table| (table, self.take(table))).collect()
    }

    /// Makes a batch of a table's rows, so that more can stand behind them.
    fn settle(&mut self, table: Table) {
        if self.rows.len(table) > 0 {
            self.batches[table as usize].push(self.rows.take(table));
        }
    }

    fn take(&mut self, table: Table) -> RecordBatch {
        if self.batches[table as usize].is_empty() {
            return self.rows.take(table);
        }
        self.settle(table);
        let batches = mem::take(&mut self.batches[table as usize]);
        concat_batches(batches[0].schema_ref(), &batches).expect("all batches of a table have its schema")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEWS: &str = "Ohio Governor Ann Lee wants at least 40 new buses a year by 2028 and named Omar Diaz chairman.";

    #[test]
    fn batches_are_full_or_the_last_and_hold_every_row_in_order() {
        let extractor = shakeup::Extractor::new();
        let (mut whole, mut cut, mut batches) = (TablesBuilder::new(usize::MAX), TablesBuilder::new(4), Vec::new());
        for number in 0..10 {
            let found = extractor.extract(NEWS);
            whole.push(&found, NEWS);
            // One's own, another's rows, and another's batches.
            let mut rows = Rows::default();
            rows.push(&found, NEWS);
            match number % 3 {
                0 => cut.push(&found, NEWS),
                1 => cut.append(rows),
                _ => cut.append_batches(rows.batches()),
            }
            let full = cut.take_full();
            assert!(full.iter().all(|(_, batch)| batch.num_rows() >= 4));
            batches.extend(full);
        }
        assert!(whole.take_full().is_empty());
        batches.extend(cut.finish());
        for (table, all) in whole.finish() {
            assert!(all.num_rows() >= 10, "{table}");
            assert_eq!(*all.schema(), table.schema());
            let mut start = 0;
            for (_, batch) in batches.iter().filter(|(of, _)| *of == table) {
                assert_eq!(*batch, all.slice(start, batch.num_rows()));
                start += batch.num_rows();
            }
            assert_eq!(start, all.num_rows());
        }
    }
}
