using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.People.Dossiers;

/// <summary>
/// The words of a dossier about people, and those that several subjects use, in the language of the request.
/// </summary>
public sealed class DossierLabels(WallClock wall, Texts T)
{
    /// <summary>In place of words that may not be read here (S06).</summary>
    public string Elsewhere =>
        T["Dit ziet u alleen op het apparaat waarop u het schreef. Op uw eigen pagina kunt u een link vragen."];

    public string Moment(DateTime utc) => wall.Local(utc) is var local ? $"{T.Day(local)}, {T.Time(local)}" : "";

    public string? Moment(DateTime? utc) => utc is { } at ? Moment(at) : null;

    public string Period(DateTime from, DateTime? until) =>
        until is { } end ? T["van {0} tot {1}", Moment(from), Moment(end)] : T["sinds {0}", Moment(from)];

    public string Of(ParticipationRole role) =>
        role switch
        {
            ParticipationRole.CoResearcher => T["co-onderzoeker"],
            ParticipationRole.Partner => T["deelnemer aan tafel"],
            ParticipationRole.Informant => T["meedenker op afstand"],
            _ => T["belangstellende"],
        };

    /// <summary>One mail, in what state it is, and to which address.</summary>
    public string Of(string kind, MailState state, string to) =>
        $"{T[MailCatalogue.LabelOf(kind)]}, {Of(state)}, {T["naar {0}", to]}";

    public string Of(ContactPreference way) =>
        way switch
        {
            ContactPreference.Phone => T["aan de telefoon"],
            ContactPreference.Letter => T["met een brief"],
            ContactPreference.ViaRelative => T["via een naaste"],
            _ => T["per mail"],
        };

    public string Of(ConsentPurpose purpose) =>
        purpose switch
        {
            ConsentPurpose.StayInNetwork => T["Naam en adres bewaren voor volgende tafels"],
            ConsentPurpose.NameLivedExperience => T["Zeggen dat u ervaring heeft"],
            ConsentPurpose.Newsletter => T["Nieuwsbrief"],
            _ => T["Op de contactlijst van de tafel"],
        };

    public string Of(ContactField field) =>
        field switch
        {
            ContactField.Name => T["uw naam"],
            ContactField.Email => T["uw mailadres"],
            ContactField.Phone => T["uw telefoonnummer"],
            _ => T["uw organisatie"],
        };

    public string Of(ContactChannel channel) =>
        channel switch
        {
            ContactChannel.Page => T["op de eigen pagina"],
            ContactChannel.Phone => T["aan de telefoon"],
            ContactChannel.Paper => T["op papier"],
            ContactChannel.InPerson => T["in een gesprek"],
            _ => T["per mail"],
        };

    public string Of(MailState state) =>
        state switch
        {
            MailState.Queued or MailState.Sending => T["wacht nog"],
            MailState.Sent => T["verstuurd"],
            MailState.Failed => T["niet aangekomen"],
            MailState.Uncertain => T["misschien aangekomen"],
            _ => T["niet verstuurd"],
        };
}
