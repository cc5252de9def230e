using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Actions;

/// <summary>The team's words for actions.</summary>
public static class ActionLabels
{
    public static string Of(ActionLevel level) =>
        level switch
        {
            ActionLevel.Own => "eigen invloed",
            ActionLevel.Manager => "leidinggevende",
            ActionLevel.Board => "bestuur",
            ActionLevel.Policy => "beleid",
            ActionLevel.National => "landelijk",
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
        };

    public static string Of(ActionAnswer answer) =>
        answer switch
        {
            ActionAnswer.Done => "klaar",
            ActionAnswer.Running => "loopt",
            ActionAnswer.Stuck => "lukt niet",
            ActionAnswer.NeedsHelp => "hulp nodig",
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
        };

    /// <summary>As a line of the log.</summary>
    public static string Of(ActionEvent what, ActionAnswer? answer) =>
        what switch
        {
            ActionEvent.Agreed => "opgeschreven, nog zonder iemand die het doet",
            ActionEvent.Assigned => "opgeschreven en toegewezen",
            ActionEvent.HandedOver => "overgedragen",
            ActionEvent.Asked => "gevraagd hoe het gaat",
            ActionEvent.Answered => $"antwoord: {(answer is { } given ? Of(given) : "")}",
            ActionEvent.Continued => "besloten om door te gaan",
            ActionEvent.Stopped => "gestopt",
            ActionEvent.Noted => "notitie",
            ActionEvent.NotReached => "gebeld, niet bereikt",
            ActionEvent.CallLater => "gebeld, later weer bellen",
            ActionEvent.OwnerGone => "degene die het deed, is gewist",
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };

    /// <summary>How it stands, in a word or two, and the shape beside it.</summary>
    public static (string Word, StateKind Kind) StateOf(AgreedAction action, DateOnly today) =>
        action switch
        {
            { End: ActionEnd.Done } => ("klaar", StateKind.Sent),
            { End: ActionEnd.Stopped } => ("gestopt", StateKind.No),
            { OwnerId: null } => ("nog niemand", StateKind.NoAnswer),
            { Call: ActionCall.Choose } => ("kiezen", StateKind.ToCall),
            { Call: not null } => ("te bellen", StateKind.ToCall),
            _ when action.IsOverdue(today) => ("te laat", StateKind.Maybe),
            { Answer: ActionAnswer.Running } => ("loopt", StateKind.Yes),
            { HigherSince: not null } => ("wacht op hoger niveau", StateKind.Waiting),
            _ => ("afgesproken", StateKind.Queued),
        };

    /// <summary>Why somebody is to be called about it, in one or two short sentences.</summary>
    /// <param name="action">With its owner.</param>
    public static string WhyCall(AgreedAction action)
    {
        var name = action.Owner?.FirstName;
        return action.Call switch
        {
            _ when action.OwnerId is null => "Er is nog niemand die dit doet. Bel iemand die het kan oppakken.",
            ActionCall.ByPhone => action.Owner!.Email is null
                ? $"{name} heeft geen mailadres. Vertel wat er is afgesproken en vraag hoe het gaat."
                : $"{name} kreeg al genoeg mails, of weet het nog niet. Vertel wat er is afgesproken en vraag "
                    + "hoe het gaat.",
            ActionCall.MailFailed => $"De mail aan {name} kwam niet aan. Vraag hoe het gaat, en of het adres klopt.",
            ActionCall.Stuck => $"Het lukt {name} niet. Vraag wat er nodig is, of wie het kan overnemen.",
            ActionCall.NeedsHelp => $"{name} vroeg om hulp.",
            ActionCall.Choose =>
                $"Wij vroegen {name} al een paar keer hoe het gaat. Kies nu samen: doorgaan, overdragen of stoppen.",
            ActionCall.OwnerLeft => $"{name} wil niet meer benaderd worden. Bel {name} niet. Zoek iemand anders.",
            null => "",
            _ => throw new ArgumentOutOfRangeException(nameof(action), action.Call, null),
        };
    }
}
