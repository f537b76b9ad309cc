//! What the words behind a verb and its object say.

use std::ops::Range;

use crate::events::Place;

/// The posts, organisations and people that complete an event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Complements {
    /// Posts after "as", "to", or directly after the person; indexes into the reading's posts.
    pub(crate) posts: Vec<usize>,
    /// Posts after "to": where somebody goes, never what is left.
    pub(crate) to_posts: Vec<usize>,
    /// Posts after "for": what somebody is thought of for.
    pub(crate) for_posts: Vec<usize>,
    /// A post that only a noun phrase says: "a critical leadership position".
    pub(crate) position: Option<Range<usize>>,
    /// The position is a seat on a board.
    pub(crate) board: bool,
    /// The word for a post in the abstract: "from the presidency", "gave up the chairmanship".
    pub(crate) dignity: Option<usize>,
    /// Tokens of a verb that stands for the post: "to head the agency".
    pub(crate) leads: Option<usize>,
    /// "at Acme", "to the board of Acme".
    pub(crate) places: Vec<Place>,
    /// Where the posts are when they do not say: "Acme" of "Acme hired Lee as an analyst".
    pub(crate) host: Option<Place>,
    /// "from treasurer", "from the board".
    pub(crate) from_posts: Vec<usize>,
    pub(crate) from_place: Option<Place>,
    /// The organisation after "by": "was named chairman by Acme".
    pub(crate) by_place: Option<Place>,
    /// Token of the person after "by".
    pub(crate) by: Vec<usize>,
    /// Token of the person after "with": "replace him with Lee".
    pub(crate) with: Vec<usize>,
    /// "with" stands there, whether or not a name follows: "with a younger man".
    pub(crate) with_somebody: bool,
    /// Tokens of the people after "to" or "for": "handed the reins to Lee", "made way for Lee".
    pub(crate) to_people: Vec<usize>,
    /// Tokens of the people after "from": "took the helm from Lee".
    pub(crate) from_people: Vec<usize>,
    /// Tokens of the people after "to succeed", "as successor to", "Diaz's successor".
    pub(crate) succeeds: Vec<usize>,
    /// "to fill the vacancy", "to the vacated seat": what somebody else has left.
    pub(crate) vacancy: bool,
    /// "to his current post", "to that role": what the text says elsewhere that he holds.
    pub(crate) own: bool,
    /// They are named by "in his place", which says of no post by itself: "put him in his place".
    pub(crate) in_place: bool,
    /// One past what was read.
    pub(crate) end: usize,
}
