using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Invitations.Calls;

/// <summary>The team's words for calls: why somebody is to be called, and how a call ended.</summary>
public sealed class CallLabels(WallClock wall, Texts texts)
{
    /// <summary>Why, in one or two short sentences.</summary>
    public string Why(CallRow row)
    {
        var (invitation, table, name) = (row.Invitation, row.Table, row.Invitation.Person!.FirstName);
        var reachable = row.Invitation.Person!.Email is not null;
        return row.Person.Cause switch
        {
            CallCause.LateCancellation =>
                $"Iemand zei kort tevoren af. Er zijn {row.Seated} stoelen bezet en er zijn minstens "
                    + $"{table.MinSeats} mensen nodig. "
                    + invitation.State switch
                    {
                        InvitationState.Waiting => $"{name} wacht op een stoel.",
                        InvitationState.Maybe => $"{name} wist het nog niet.",
                        InvitationState.Concept => $"{name} is nog niet gevraagd.",
                        _ => $"{name} gaf nog geen antwoord.",
                    },
            CallCause.CalledOff => $"De tafel van {texts.Day(wall.Local(table.StartsAt!.Value))} gaat niet door, en "
                + $"{(reachable ? $"de mail daarover aan {name} kwam niet aan" : $"{name} heeft geen mailadres")}.",
            CallCause.TableMoved => reachable && invitation.CallReason != CallReason.TableMoved
                ? $"De tafel is verzet, en de mail daarover aan {name} kwam niet aan."
                : $"{name} {InvitationLabels.WhyCall(invitation)}.",
            CallCause.DayBefore or CallCause.WeekBefore =>
                $"{name} komt {texts.Day(wall.Local(table.StartsAt!.Value))} naar de tafel, "
                    + (reachable ? "en de herinnering kwam niet aan" : "en heeft geen mailadres voor de herinnering")
                    + ". Vertel hoe laat en waar het is.",
            CallCause.ChairFree => $"Er is een stoel vrij. {name} wacht erop: is de ja nog steeds een ja?"
                + (invitation.CallReason == CallReason.TableMoved ? " Vertel ook dat de tafel is verzet." : ""),
            CallCause.AskedForCall => $"{name} {InvitationLabels.WhyCall(invitation)}.",
            CallCause.Promised => $"{name} wacht op een stoel. Wij beloofden te bellen vóór "
                + $"{texts.Day(wall.Local(invitation.CallBefore!.Value))}.",
            CallCause.MailFailed => $"De mail aan {name} kwam niet aan.",
            CallCause.NoAddress => invitation.State == InvitationState.Concept
                ? $"{name} heeft geen mailadres en is nog niet gevraagd."
                : $"{name} heeft geen mailadres en gaf nog geen antwoord.",
            CallCause.KnewByNow =>
                $"{name} wist het nog niet. Tot {texts.Day(wall.Local(invitation.SilentUntil!.Value))} "
                    + "vroegen wij niets.",
            CallCause.NoAnswer => row.Facts.Reminders.Any(item => item.QueuedAt is not null)
                ? $"{name} gaf geen antwoord, ook niet na de laatste herinnering."
                : $"{name} gaf nog geen antwoord.",
            CallCause.Prepare =>
                $"{name} heeft geen mailadres en kan de vragen vooraf aan de telefoon beantwoorden. Het "
                    + "hoeft niet, en elke vraag mag worden overgeslagen.",
            CallCause.FetchedNothing =>
                $"{name} was bij de tafel en kreeg niet wat zij of hij kwam halen. Vraag wat er nog nodig is.",
            _ => throw new ArgumentOutOfRangeException(nameof(row), row.Person.Cause, null),
        };
    }

    /// <summary>As a line of history.</summary>
    public string Of(CallOutcome outcome, DateOnly? again) =>
        outcome switch
        {
            CallOutcome.Yes => "gebeld: ja",
            CallOutcome.No => "gebeld: nee",
            CallOutcome.Later => $"gebeld: terugbellen op {texts.Day(again!.Value)}",
            CallOutcome.NotReached => $"gebeld, niet bereikt; weer op {texts.Day(again!.Value)}",
            CallOutcome.Done => "gebeld, besproken",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };
}
