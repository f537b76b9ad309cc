//! Short forms of given names: "Bill" for William, "Bob" and "Rob" for Robert.

use std::collections::HashMap;

/// The given names that each nickname stands for, in small letters and with a space between them; nothing goes through these
/// in their order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Nicknames {
    full: HashMap<Box<str>, Box<str>>,
}

impl Nicknames {
    pub(super) fn put(&mut self, nickname: &str, full: &str) {
        self.full.insert(nickname.into(), full.into());
    }

    /// Whether two given names in small letters can be one person's: "bill" and "william", "bob" and "rob".
    pub(crate) fn agree(&self, x: &str, y: &str) -> bool {
        let full = |name: &str| self.full.get(name).map_or("", |full| full);
        let stands_for = |full: &str, name: &str| full.split(' ').any(|one| one == name);
        let (of_x, of_y) = (full(x), full(y));
        let both = || !of_x.is_empty() && of_x.split(' ').any(|one| stands_for(of_y, one));
        stands_for(of_x, y) || stands_for(of_y, x) || both()
    }
}
