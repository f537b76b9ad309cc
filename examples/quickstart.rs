//! Reads a short news item and says in words what it found. `cargo run -p shakeup --example quickstart`.

use shakeup::{Document, Extractor};

const NEWS: &str = "Smithfield Transit said Monday that its chief, Ann Lee, will retire on June 1 and that deputy chief \
                    Omar Diaz will take over in an acting capacity. The agency wants at least 40 new buses a year by 2028, \
                    up from 25.";

#[expect(clippy::print_stdout, reason = "an example shows what it does")]
fn main() -> Result<(), shakeup::Error> {
    let extractor = Extractor::new();
    let found = extractor.extract_document(&Document::new(NEWS).id("transit").published("2025-05-29".parse()?));
    for role in &found.roles {
        println!("role          {role}");
    }
    for change in &found.reassignments {
        println!("reassignment  {change}\n              because of {:?}", change.span.of(NEWS));
    }
    for target in &found.targets {
        println!("target        {target}");
    }
    Ok(())
}
