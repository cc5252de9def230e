using System.Globalization;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;

namespace Dialoogtafel.Web.Pages;

/// <summary>What an organiser is about to send, and to how many.</summary>
/// <param name="Question">As a question with the number in it.</param>
/// <param name="Action">Where the form of the confirmation posts to.</param>
/// <param name="Back">Where it was begun.</param>
public sealed record Round(string Question, int Count, string Action, string Back)
{
    /// <summary>Said before how long it can be taken back: to whom, and what each gets.</summary>
    public required IEnumerable<string> Before { get; init; }

    /// <summary>Said after it: who waits, and who is left out and why.</summary>
    public IEnumerable<string> After { get; init; } = [];

    /// <summary>Besides the number: what else must still be so when it is agreed to, by field.</summary>
    public IReadOnlyDictionary<string, string> Agreed { get; init; } = new Dictionary<string, string>();
}

/// <summary>
/// The round that is the same for everything that an organiser sends to several people: sending is switched on, the
/// night question, who gets it and who does not, and a number that must still be right when it is agreed to (S46).
/// </summary>
public sealed class SendingRound(SendTimeQuestion night, Installation installation, InstallationOptions options)
{
    /// <summary>Whether mail goes to everybody; the demo shows what it would do.</summary>
    public async Task<bool> IsOnAsync(CancellationToken stop) =>
        options.Demo || installation.IsConfirmed(await installation.ReadAsync(stop));

    /// <summary>The page on which sending is switched on, and which leads back.</summary>
    public static string SwitchOn(string back) => $"/beheer/versturen?terug={back}";

    public ConfirmPage Page(Round round, SendForm send, DateTime now) =>
        new(
            round.Question,
            [
                .. round.Before,
                night.IsAsked(now)
                    ? "U kunt alles terughalen tot de mails weggaan."
                    : $"U kunt alles nog {options.RecallSeconds} seconden terughalen.",
                .. round.After,
            ],
            $"Ja, naar {People(round.Count)}",
            round.Action,
            round.Back
        )
        {
            Fields = new[] { KeyValuePair.Create("aantal", round.Count.ToString(CultureInfo.InvariantCulture)) }
                .Concat(round.Agreed)
                .ToDictionary(),
            Send = send,
            WhenChoices = night.Choices(now),
        };

    /// <summary>"1 mens" or "12 mensen".</summary>
    public static string People(int count) =>
        count == 1 ? "1 mens" : string.Create(CultureInfo.InvariantCulture, $"{count} mensen");
}
