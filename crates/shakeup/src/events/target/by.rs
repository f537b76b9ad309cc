//! The names of what finds a target: the `rule` of its record.

macro_rules! rules {
    ($($variant:ident = $name:literal,)+) => {
        /// What a target was found by.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum By { $($variant,)+ }

        impl By {
            /// The name that the record shows.
            pub(crate) fn name(self) -> &'static str {
                match self { $(By::$variant => $name,)+ }
            }
        }
    };
}

rules! {
    NumberBeforeGoal = "number before goal",
    GoalOfNumber = "goal of number",
    GoalIsNumber = "goal is number",
    GoalChanged = "goal changed",
    GoalMoved = "goal moved",
    MustNotExceed = "must not exceed",
    NoMoreThan = "no more than",
    AllowsUpTo = "allows up to",
    AllowedTo = "allowed to",
    KeptFrom = "kept from",
    MustNotFallBelow = "must not fall below",
    MustAtLeast = "must at least",
    RequiredThat = "required that",
    BannedAbove = "banned above",
    Unless = "unless",
    CanBeUpTo = "can be up to",
    MinimumWage = "minimum wage",
    Needed = "needed",
    FineOfUpTo = "fine of up to",
    SumWouldBe = "sum would be",
    FigureWouldBe = "figure would be",
    Promised = "promised",
    SumApproved = "sum approved",
    ShareMust = "share must",
    IsDoing = "is doing",
    Intent = "intent",
    ExpectedToPropose = "expected to propose",
    ExpectsOfItself = "expects of itself",
    Need = "need",
    OrderedTo = "ordered to",
    IsTo = "is to",
    SetOnDoing = "set on doing",
    PlanTo = "plan to",
    GoalIsTo = "goal is to",
    HeadlineTo = "headline to",
    Promise = "promise",
    Order = "order",
    PlanFor = "plan for",
    Must = "must",
    Will = "will",
    CouldCut = "could cut",
    Would = "would",
    PromisedThat = "promised that",
    IntentOfDoing = "intent of doing",
    GoalOfDoing = "goal of doing",
    DemandThat = "demand that",
    Cap = "cap",
    APlanDoes = "a plan does",
    BindingChange = "binding change",
    PlannedChange = "planned change",
    ProposedChange = "proposed change",
    WantedChange = "wanted change",
    SetAgainst = "set against",
    Listed = "listed",
    MeasuredAgainst = "measured against",
    Result = "result",
}

impl By {
    /// A goal that a noun names beside its number.
    pub(super) fn names_goal(self) -> bool {
        matches!(
            self,
            By::NumberBeforeGoal
                | By::GoalOfNumber
                | By::GoalIsNumber
                | By::GoalChanged
                | By::GoalMoved
                | By::GoalIsTo
                | By::GoalOfDoing
        )
    }
}
