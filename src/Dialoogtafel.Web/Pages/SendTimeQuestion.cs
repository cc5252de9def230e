using System.Globalization;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Options;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Dialoogtafel.Web.Pages;

/// <summary>When an invitation leaves that an organiser sends at night.</summary>
public enum SendWhen
{
    Now,

    /// <summary>At the end of the quiet hours.</summary>
    InTheMorning,
}

/// <summary>Asked between 20.00 and 8.00 alone; by day it stays empty.</summary>
public sealed class SendForm
{
    public SendWhen? When { get; set; }
}

/// <summary>
/// "Nu of morgen om 8.00": automatic mail keeps the quiet hours by itself, an organiser who presses send is asked
/// (A-07). By day there is no question and the mail leaves after the recall window.
/// </summary>
public sealed class SendTimeQuestion(InstallationOptions options, WallClock wall)
{
    private const string NotChosen = "Kies of de mail nu weggaat of in de ochtend.";

    public bool IsAsked(DateTime now) => options.Quiet.Covers(now, options.Zone);

    /// <summary>The two answers in words; empty by day.</summary>
    public IReadOnlyList<Choice> Choices(DateTime now) =>
        !IsAsked(now)
            ? []
            :
            [
                new(SendWhen.Now, "Nu", $"De mail gaat over {options.RecallSeconds} seconden weg."),
                new(
                    SendWhen.InTheMorning,
                    Capital(InWords(options.Quiet.NextAllowed(now, options.Zone), now)),
                    "Tot dan kunt u de mail terughalen."
                ),
            ];

    /// <summary>Adds the error when it is night and nothing was chosen.</summary>
    public bool IsAnswered(SendForm form, DateTime now, ModelStateDictionary state)
    {
        if (IsAsked(now) && form.When is null)
        {
            state.AddModelError("Send.When", NotChosen);
        }

        return state.IsValid;
    }

    /// <summary>
    /// When the mail leaves, UTC; null = at the end of the recall window. A choice for the morning that is sent by day
    /// means now.
    /// </summary>
    public DateTime? SendAt(SendForm form, DateTime now) =>
        IsAsked(now) && form.When == SendWhen.InTheMorning ? options.Quiet.NextAllowed(now, options.Zone) : null;

    /// <summary>
    /// When it would leave if nothing else did, UTC. Without an answer to the question: as if it was "nu".
    /// </summary>
    public DateTime LeavesAt(SendForm form, DateTime now) => SendAt(form, now) ?? now.AddSeconds(options.RecallSeconds);

    /// <summary>"over 60 seconden" or "morgen om 8.00 uur".</summary>
    public string LeavesInWords(DateTime? sendAt, DateTime now) =>
        sendAt is { } at ? InWords(at, now) : $"over {options.RecallSeconds} seconden";

    /// <summary>"zo", or when a waiting mail leaves that does not leave within the recall window.</summary>
    public string WaitsInWords(DateTime leaves, DateTime now) =>
        leaves - now <= TimeSpan.FromSeconds(options.RecallSeconds) ? "zo" : InWords(leaves, now);

    /// <summary>
    /// Who waits because of the one unasked mail of a day, a line for each moment and reason; by name (S46).
    /// </summary>
    public IEnumerable<string> WaitingInWords(
        IReadOnlyCollection<Invitation> invitations,
        TurnPlan turns,
        DateTime now
    ) =>
        from invitation in invitations
        where turns.For(invitation.PersonId) is not null
        group invitation by turns.Waiting[invitation.PersonId] into same
        orderby same.Key.At
        select $"{PeopleInWords.Of(same)} {(same.Count() == 1 ? "krijgt" : "krijgen")} de uitnodiging "
            + $"{InWords(same.Key.At, now)}: "
            + $"{(same.Key.Left ? "vandaag ging er al een mail" : "er staat al een andere mail klaar")}.";

    private string InWords(DateTime utc, DateTime now) =>
        wall.DaysUntil(utc, now) switch
        {
            0 => "vandaag",
            1 => "morgen",
            _ => wall.Local(utc).ToString("dddd d MMMM", Language.Dutch),
        } + wall.Local(utc).ToString("' om 'H'.'mm' uur'", CultureInfo.InvariantCulture);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
