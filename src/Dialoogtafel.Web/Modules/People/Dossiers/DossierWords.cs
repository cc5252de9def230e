using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Outbox.Templates;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.People.Dossiers;

/// <summary>The words of a dossier, in the language of the request.</summary>
public sealed class DossierWords(Texts T)
{
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

    public string Of(FetchOutcome outcome) =>
        outcome switch
        {
            FetchOutcome.Yes => T["ja"],
            FetchOutcome.Partly => T["een beetje"],
            _ => T["nee"],
        };

    public string Of(RsvpAnswer answer) =>
        answer switch
        {
            RsvpAnswer.Yes => T["Ja, ik kom."],
            RsvpAnswer.Maybe => T["Ik weet het nog niet."],
            RsvpAnswer.No => T["Nee, ik kom niet."],
            RsvpAnswer.Contribute => T["Nee, maar ik wil iets meegeven."],
            _ => T["Iemand anders in mijn plaats."],
        };

    /// <summary>As a line of history.</summary>
    public string Of(InvitationState state) =>
        state switch
        {
            InvitationState.Concept => T["uitnodiging teruggehaald"],
            InvitationState.Approached => T["uitgenodigd"],
            InvitationState.Yes => T["ja, met stoel"],
            InvitationState.Waiting => T["ja, wij bellen nog"],
            InvitationState.Maybe => T["nog geen ja of nee"],
            InvitationState.No => T["nee"],
            InvitationState.Informant => T["denkt mee op afstand"],
            InvitationState.Substitute => T["iemand anders genoemd"],
            _ => T["van de lijst"],
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
