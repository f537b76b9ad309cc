//! Words that could tell a change in sentences where none was found: where frames fail, and what is worth a look.

use std::collections::BTreeMap;
use std::io::Write;

use shakeup::{Extractor, Span};

use crate::Texts;
use crate::input;
use crate::review::one_line;

#[derive(Debug, clap::Args)]
pub(crate) struct Silent {
    /// Texts to look through
    #[command(flatten)]
    texts: Texts,
    /// How many frames to list
    #[arg(long, value_name = "N", default_value_t = 50)]
    top: usize,
}

/// What becomes of a frame's words.
#[derive(Default)]
struct Count {
    silent: usize,
    /// Sentences that name a person, with or without a record.
    all: usize,
    /// The silent sentence of the least hash, so that no text is always first.
    example: Option<(u64, String)>,
}

pub(crate) fn run(args: &Silent, out: &mut impl Write) -> Result<(), String> {
    let extractor = Extractor::new();
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    input::each(&args.texts.file, |text| {
        let found = text.extract(&extractor);
        let mut people: Vec<usize> = found.people.iter().flat_map(|p| &p.mentions).map(|span| span.start).collect();
        people.sort_unstable();
        let mut told: Vec<usize> = found.reassignments.iter().map(|r| r.sentence.start).collect();
        told.sort_unstable();
        for trigger in extractor.triggers(&text.document()) {
            let Span { start, end, .. } = trigger.sentence;
            let person = people.partition_point(|&at| at < start);
            if people.get(person).is_none_or(|&at| at >= end) {
                continue;
            }
            let count = counts.entry(trigger.frame).or_default();
            count.all += 1;
            if told.binary_search(&start).is_err() {
                count.silent += 1;
                let rank = input::hash([text.id.as_str(), trigger.span.of(&text.text), &start.to_string()]);
                if count.example.as_ref().is_none_or(|(known, _)| rank < *known) {
                    let (before, after) = (&text.text[start..trigger.span.start], &text.text[trigger.span.end..]);
                    let after = &after[..end.saturating_sub(trigger.span.end)];
                    let words = trigger.span.of(&text.text);
                    count.example = Some((rank, one_line(&format!("{before}⟦{words}⟧{after}"))));
                }
            }
        }
    })?;
    let mut counts: Vec<(String, Count)> = counts.into_iter().filter(|(_, count)| count.silent > 0).collect();
    counts.sort_by(|a, b| b.1.silent.cmp(&a.1.silent).then_with(|| a.0.cmp(&b.0)));
    let head = "silent\tof\tframe\texample".to_owned();
    let line = |(frame, count): &(String, Count)| {
        let example = count.example.as_ref().map_or("", |(_, example)| example);
        format!("{}\t{}\t{frame}\t{example}", count.silent, count.all)
    };
    std::iter::once(head)
        .chain(counts.iter().take(args.top).map(line))
        .try_for_each(|line| writeln!(out, "{line}"))
        .map_err(|error| error.to_string())
}
