using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.People.OnePerson;

/// <summary>The Dutch words of the person page.</summary>
public static class PersonLabels
{
    public static string Of(ContactPreference preference) =>
        preference switch
        {
            ContactPreference.Mail => "per mail",
            ContactPreference.Phone => "aan de telefoon",
            ContactPreference.Letter => "met een brief",
            ContactPreference.ViaRelative => "via een naaste",
            _ => throw new ArgumentOutOfRangeException(nameof(preference), preference, null),
        };

    public static string Of(ConsentPurpose purpose) =>
        purpose switch
        {
            ConsentPurpose.StayInNetwork => "Naam en adres bewaren voor volgende tafels",
            ConsentPurpose.NameLivedExperience => "Zeggen dat zij of hij ervaring heeft",
            ConsentPurpose.Newsletter => "Nieuwsbrief",
            ConsentPurpose.ContactList => "Op de contactlijst van de tafel",
            _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, null),
        };

    public static string Of(ContactField field) =>
        field switch
        {
            ContactField.Name => "naam",
            ContactField.Email => "mailadres",
            ContactField.Phone => "telefoonnummer",
            ContactField.Organisation => "organisatie",
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
        };

    public static string Of(ConsentChannel channel) =>
        channel switch
        {
            ConsentChannel.Page => "op de eigen pagina",
            ConsentChannel.Phone => "aan de telefoon",
            ConsentChannel.Paper => "op papier",
            ConsentChannel.InPerson => "in een gesprek",
            _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
        };

    /// <summary>How a state is drawn, and the word when it differs from the drawing's own.</summary>
    public static (StateKind Kind, string? Word) Of(InvitationState state) =>
        state switch
        {
            InvitationState.Concept => (StateKind.NotInvited, null),
            InvitationState.Approached => (StateKind.NoAnswer, null),
            InvitationState.Yes => (StateKind.Yes, null),
            InvitationState.Waiting => (StateKind.Waiting, null),
            InvitationState.Maybe => (StateKind.Maybe, null),
            InvitationState.No => (StateKind.No, null),
            InvitationState.Informant => (StateKind.ThinksAlong, null),
            InvitationState.Substitute => (StateKind.SomeoneElse, null),
            InvitationState.Withdrawn => (StateKind.No, "van de lijst"),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
}
