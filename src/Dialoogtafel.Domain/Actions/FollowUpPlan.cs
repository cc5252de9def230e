using Dialoogtafel.Domain.Time;

namespace Dialoogtafel.Domain.Actions;

/// <summary>What is to be done when the moment of an action has come.</summary>
public enum FollowUpStep
{
    /// <summary>Mail the question.</summary>
    Ask,

    /// <summary>Somebody of the team asks it on the phone.</summary>
    AskByPhone,

    /// <summary>Asked often enough: gedwongen keuze.</summary>
    Choose,

    /// <summary>The owner may not be asked: look for another one.</summary>
    FindOwner,
}

/// <summary>
/// Het ritme van opvolging (M-20, R-125): the first question three weeks after the assignment, then every thirty days,
/// three in all; a week after the last one a person decides. Days of the wall clock at one time of day, so the night
/// that the clock moves makes no difference.
/// </summary>
/// <param name="at">The time of day at which questions are due; outside the quiet hours.</param>
public sealed class FollowUpPlan(TimeOnly at, TimeZoneInfo zone)
{
    /// <summary>Days between the assignment and the first question.</summary>
    public const int FirstDays = 21;

    /// <summary>Days between two questions, and between doorgaan and the first question of the new period.</summary>
    public const int AgainDays = 30;

    /// <summary>Days to answer the last question before a person decides; our choice.</summary>
    public const int ChoiceDays = 7;

    /// <summary>Questions in one period.</summary>
    public const int MostRounds = 3;

    /// <summary>
    /// Mails that nobody asked for, in one period and over all owners: the assignment and three questions.
    /// </summary>
    public const int MostMails = 4;

    /// <summary>Days after which a talk that left it open is taken up again.</summary>
    public const int TalkAgainDays = 7;

    public DateTime First(DateTime assigned) => DaysAfter(assigned, FirstDays);

    /// <summary>The first question after doorgaan.</summary>
    public DateTime AfterContinuing(DateTime now) => DaysAfter(now, AgainDays);

    /// <summary>
    /// The next moment after a question or a talk: another question, or the choice when there is none left.
    /// </summary>
    public DateTime Next(int rounds, int mails, DateTime from) =>
        DaysAfter(from, MayAsk(rounds, mails) ? AgainDays : ChoiceDays);

    public static bool MayAsk(int rounds, int mails) => rounds < MostRounds && mails < MostMails;

    /// <param name="action">With its owner, who is there.</param>
    public static FollowUpStep StepOf(AgreedAction action) =>
        action.Owner! switch
        {
            { NotToBeApproachedSince: not null } => FollowUpStep.FindOwner,
            _ when !MayAsk(action.Rounds, action.Mails) => FollowUpStep.Choose,
            { Email: null } => FollowUpStep.AskByPhone,
            _ => FollowUpStep.Ask,
        };

    /// <summary>The local day of a moment.</summary>
    public DateOnly Day(DateTime utc) => DateOnly.FromDateTime(LocalTime.ToLocal(utc, zone));

    private DateTime DaysAfter(DateTime utc, int days) => LocalSchedule.At(Day(utc).AddDays(days), at, zone);
}
