//! discourse
