//! Who said so, whether it is so, and how sure: attribution, realis, confidence.
