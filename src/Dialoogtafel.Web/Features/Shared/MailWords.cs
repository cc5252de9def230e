using Dialoogtafel.Domain.Post;

namespace Dialoogtafel.Web.Features.Shared;

/// <summary>The team's words for the mails that go out, and the shape beside the state of one.</summary>
public static class MailWords
{
    public static string Of(MailState state) => state switch
    {
        MailState.Queued => "wacht",
        MailState.Sending => "onderweg",
        MailState.Sent => "verstuurd",
        MailState.Failed => "mislukt",
        MailState.Uncertain => "misschien aangekomen",
        MailState.Recalled => "teruggenomen",
        MailState.Dropped => "vervallen",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static StateKind KindOf(MailState state) => state switch
    {
        MailState.Queued or MailState.Sending => StateKind.Queued,
        MailState.Sent => StateKind.Sent,
        MailState.Failed => StateKind.MailFailed,
        MailState.Uncertain => StateKind.MailUncertain,
        MailState.Recalled or MailState.Dropped => StateKind.No,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>The template's name in words; a template of later date shows its own name.</summary>
    public static string Of(string template) => template switch
    {
        "uitnodiging" => "Uitnodiging",
        "herinnering" => "Herinnering",
        "praktisch" => "Praktische herinnering",
        "bevestiging" => "Bevestiging van ja",
        "ja-wij-bellen" => "Ja, wij bellen nog",
        "stoel-voor-u" => "Er is een stoel",
        "nog-niet" => "Weet het nog niet",
        "bedankt-nee" => "Bedankt voor uw antwoord",
        "meedenken" => "Meedenken op afstand",
        "iemand-anders" => "Iemand anders",
        "iemand-anders-team" => "Aan het team: iemand anders",
        "weghalen-verzoek" => "Aan het team: van de lijst",
        "wij-wissen" => "Wij wissen",
        "verplaatst" => "Tafel is verzet",
        "vervallen" => "Tafel gaat niet door",
        "van-de-lijst" => "Niet meer op de lijst",
        "link-opnieuw" => "Link opnieuw",
        "antwoorden-zien" => "Link naar eigen antwoorden",
        "testmail" => "Testmail",
        "welkom-team" => "Welkom in het team",
        "afzegging-alarm" => "Aan het team: afzegging",
        _ => template,
    };
}
