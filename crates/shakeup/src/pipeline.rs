//! Runs the stages in the order text flows.
use crate::events::target;
use crate::lexicon::Tables;
use crate::mentions::{Mentions, quantity};
use crate::reading::Reading;
use crate::span::Offsets;
use crate::text::Text;
use crate::{Document, Extraction};

pub(crate) fn run(document: &Document<'_>, tables: &Tables, _kinds: [bool; 3]) -> Extraction {
    let text = Text::new(document.text, tables);
    let mentions = Mentions::new(Vec::new(), text.tokens.len());
    let reading = Reading { text, tables, published: document.published, mentions, people: Vec::new(), organizations: Vec::new() };
    let amounts = quantity::find(&reading.text, tables);
    let offsets = Offsets::new(document.text);
    let drafts = target::recognize(&reading, &amounts);
    Extraction {
        doc: document.id.to_owned(),
        targets: target::records(&drafts, document.id, &reading, &offsets),
        quantities: quantity::records(&amounts, &reading.text, &offsets),
        ..Extraction::default()
    }
}
