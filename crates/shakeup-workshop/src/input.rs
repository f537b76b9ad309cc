//! JSON Lines of texts, from a file or standard input.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;

use serde_json::Value;
use shakeup::{Document, Extraction, Extractor, PartialDate};

/// One line: a text, and whatever else stands beside it.
pub(crate) struct Text {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) date: Option<PartialDate>,
    /// The whole object.
    pub(crate) value: Value,
}

impl Text {
    pub(crate) fn document(&self) -> Document<'_> {
        let document = Document::new(&self.text).id(&self.id);
        self.date.map_or(document, |date| document.published(date))
    }

    pub(crate) fn extract(&self, extractor: &Extractor) -> Extraction {
        extractor.extract_document(&self.document())
    }
}

/// Hands over each text in turn; a line that cannot be read is named on standard error and passed over.
pub(crate) fn each(path: &Path, mut work: impl FnMut(Text)) -> Result<(), String> {
    let name = path.display();
    let reader: Box<dyn BufRead> = if path.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(File::open(path).map_err(|error| format!("{name}: {error}"))?))
    };
    for (i, line) in reader.lines().enumerate() {
        let line = line.map_err(|error| format!("{name}: {error}"))?;
        if !line.trim().is_empty() {
            match text(&line) {
                Ok(text) => work(text),
                Err(error) => drop(writeln!(io::stderr(), "{name}:{}: {error}", i + 1)),
            }
        }
    }
    Ok(())
}

fn text(line: &str) -> Result<Text, String> {
    let value: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let field = |name: &str| value.get(name).and_then(Value::as_str);
    let date = field("date").map(str::parse).transpose().map_err(|error: shakeup::Error| error.to_string())?;
    Ok(Text {
        id: field("id").ok_or("no field \"id\"")?.to_owned(),
        text: field("text").ok_or("no field \"text\"")?.to_owned(),
        date,
        value,
    })
}

/// A hash that is the same everywhere: FNV-1a, its bits mixed so that any of them may be used.
pub(crate) fn hash<'a>(parts: impl IntoIterator<Item = &'a str>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for part in parts {
        for &byte in part.as_bytes().iter().chain(&[0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}
