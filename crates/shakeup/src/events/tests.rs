//! Every rule fires on its own example, and every frame on a plain sentence of its kind.

use super::role;
use crate::Extractor;
use crate::lexicon::{Form, Frame, FrameEvent, FramePos, FrameWho, Tables, verb_form_of};

#[test]
fn every_role_rule_fires_on_its_example() {
    let extractor = Extractor::new();
    for rule in role::RULES {
        let found = extractor.extract(rule.example);
        let fires = found.roles.iter().any(|r| r.rule == rule.name);
        assert!(fires, "{} stays silent on {:?}: {:?}", rule.name, rule.example, found.roles);
    }
}

#[test]
fn every_frame_fires_on_a_plain_sentence() {
    let tables = Tables::builtin();
    let extractor = Extractor::new();
    let silent: Vec<String> = tables
        .frames()
        .iter()
        .filter(|f| f.event != FrameEvent::Hold)
        .filter(|f| !sentences(&tables, f).iter().any(|s| fires(&extractor, s, &f.name)))
        .map(|f| format!("{} {:?} {:?} {:?}: {:?}\n", f.name, f.pos, f.event, f.who, sentences(&tables, f).first()))
        .collect();
    assert!(silent.is_empty(), "{} frames stay silent:\n{}", silent.len(), silent.concat());
}

fn fires(extractor: &Extractor, sentence: &str, frame: &str) -> bool {
    extractor.extract(sentence).reassignments.iter().any(|r| r.rule == frame)
}

/// Plain sentences in which news would use the frame.
fn sentences(tables: &Tables, frame: &Frame) -> Vec<String> {
    let rest: String = frame.rest.iter().map(|&word| format!(" {}", tables.spelling(word))).collect();
    let first = frame.name.split(' ').next().unwrap_or_default();
    if frame.pos != FramePos::Verb {
        return match (frame.pos, frame.event, frame.who) {
            (_, FrameEvent::Successor, _) => vec![format!(
                "Omar Diaz, the chairman of Acme Corp, spoke. Ann Lee is named. Diaz's {first}, Ann Lee, spoke."
            )],
            (FramePos::Noun, _, FrameWho::Apposed) => {
                vec![format!("Ann Lee, the mayor's {first} for police chief of Dunmore, spoke.")]
            }
            (FramePos::Noun, ..) => vec![
                format!("Ann Lee's {first}{rest} as chairman of Acme Corp surprised investors."),
                format!("Ann Lee's {first}{rest} as chairman of Acme Corp ends in May."),
            ],
            _ => vec![
                format!("Ann Lee is {first}{rest} as chairman of Acme Corp."),
                format!("Ann Lee, the chairman of Acme Corp, is {first}{rest}."),
            ],
        };
    }
    if frame.negated {
        return vec![
            format!("Ann Lee, the chairman of Acme Corp, will not {first}{rest}."),
            format!("Acme Corp will not {first}{rest} its chairman, Ann Lee."),
            format!("Acme Corp will not {first}{rest} chairman Ann Lee."),
        ];
    }
    let past = verb_form_of(tables, first, Form::PAST);
    let participle = verb_form_of(tables, first, Form::PARTICIPLE);
    match (frame.event, frame.who) {
        (FrameEvent::Swap, _) => vec![
            format!("Ann Lee {past}{rest} Omar Diaz as chairman of Acme Corp."),
            format!("Ann Lee {past} Omar Diaz's{rest} as chairman of Acme Corp."),
        ],
        (FrameEvent::Move, FrameWho::Object) => {
            vec![format!("Acme Corp {past}{rest} Ann Lee from treasurer to chairman.")]
        }
        (FrameEvent::Move, _) => vec![format!("Ann Lee {past}{rest} from treasurer to chairman of Acme Corp.")],
        (FrameEvent::In, FrameWho::Object) => vec![
            format!("Acme Corp {past}{rest} Ann Lee as chairman."),
            format!("Ann Lee was {participle}{rest} chairman of Acme Corp."),
            format!("Ann Lee was {participle}{rest} for chairman of Acme Corp."),
            format!("Ann Lee, chairman of Acme Corp, was {participle}{rest}."),
            format!("Ann Lee was {participle}{rest} to the Supreme Court."),
        ],
        (FrameEvent::In, _) => vec![
            format!("Ann Lee {past}{rest} as chairman of Acme Corp."),
            format!("Ann Lee {past}{rest} chairman of Acme Corp."),
            format!("Ann Lee {past}{rest} of chairman of Acme Corp."),
            format!("Ann Lee {past}{rest} to chairman of Acme Corp."),
            format!("Ann Lee {past}{rest} Acme Corp."),
            format!("Ann Lee, the governor of Ohio, {past}{rest} in May."),
            format!("Ann Lee {past}{rest} at Acme Corp."),
            format!("Ann Lee {past}{rest} for chairman of Acme Corp."),
            format!("Ann Lee {past}{rest} chairman Omar Diaz."),
            format!("Ann Lee {past}{rest} of chairman Omar Diaz."),
        ],
        (_, FrameWho::Object) => vec![
            format!("Acme Corp {past}{rest} Ann Lee as chairman."),
            format!("Ann Lee, the chairman of Acme Corp, was {participle}{rest}."),
            format!("Acme Corp {past} Ann Lee{rest} as chairman."),
        ],
        _ => vec![
            format!("Ann Lee {past}{rest} as chairman of Acme Corp."),
            format!("Ann Lee, the chairman of Acme Corp, {past}{rest} in May."),
            format!("Ann Lee, the chairman of Acme Corp, has {participle}{rest}."),
            format!("Ann Lee {past}{rest} of chairman of Acme Corp."),
            format!("Ann Lee {past}{rest} with Acme Corp as chairman."),
            format!("Ann Lee {past}{rest} Acme Corp."),
            format!("Ann Lee, the chairman of Acme Corp, {past}{rest} to Omar Diaz."),
        ],
    }
}
