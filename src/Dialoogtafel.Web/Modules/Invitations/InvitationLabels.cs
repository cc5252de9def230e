using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Invitations;

/// <summary>The team's words for states and channels.</summary>
public static class InvitationLabels
{
    public static string Of(InvitationState state) =>
        state switch
        {
            InvitationState.Concept => "nog niet benaderd",
            InvitationState.Approached => "geen antwoord",
            InvitationState.Yes => "ja, met stoel",
            InvitationState.Waiting => "ja, wacht op een stoel",
            InvitationState.Maybe => "weet het nog niet",
            InvitationState.No => "nee",
            InvitationState.Informant => "denkt mee op afstand",
            InvitationState.Substitute => "iemand anders",
            InvitationState.Withdrawn => "van de lijst",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    /// <summary>As a line of history: what happened, not what is.</summary>
    public static string Event(InvitationState state) =>
        state switch
        {
            InvitationState.Concept => "uitnodiging teruggehaald",
            InvitationState.Approached => "uitgenodigd",
            _ => Of(state),
        };

    public static StateKind KindOf(InvitationState state) =>
        state switch
        {
            InvitationState.Concept => StateKind.NotInvited,
            InvitationState.Approached => StateKind.NoAnswer,
            InvitationState.Yes => StateKind.Yes,
            InvitationState.Waiting => StateKind.Waiting,
            InvitationState.Maybe => StateKind.Maybe,
            InvitationState.No or InvitationState.Withdrawn => StateKind.No,
            InvitationState.Informant => StateKind.ThinksAlong,
            InvitationState.Substitute => StateKind.SomeoneElse,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    public static string Of(ContactChannel channel) =>
        channel switch
        {
            ContactChannel.Mail => "per mail",
            ContactChannel.Page => "op de eigen pagina",
            ContactChannel.Phone => "telefonisch",
            ContactChannel.Paper => "op papier",
            ContactChannel.InPerson => "in een gesprek",
            _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
        };

    public static string Of(RsvpAnswer answer) =>
        answer switch
        {
            RsvpAnswer.Yes => "Ja, komt",
            RsvpAnswer.Maybe => "Weet het nog niet",
            RsvpAnswer.No => "Nee, komt niet",
            RsvpAnswer.Contribute => "Nee, maar wil iets meegeven",
            RsvpAnswer.Substitute => "Iemand anders in de plaats",
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
        };

    /// <summary>Why this person asked for a call; null when she did not.</summary>
    public static string? WhyCall(Invitation invitation) =>
        invitation switch
        {
            { CallReason: null } => null,
            { AsksWhom: true } => "wil iemand anders laten komen, maar zei nog niet wie",
            { CallReason: { } reason } => Of(reason),
        };

    private static string Of(CallReason reason) =>
        reason switch
        {
            CallReason.WantsToKnowLater => "weet het nog niet en wordt liever gebeld",
            CallReason.WantsToContribute => "wil aan de telefoon iets meegeven",
            CallReason.NamedSubstitute => "noemde iemand anders",
            CallReason.AsksRemoval => "vraagt om van de lijst te gaan",
            CallReason.AnswersByPhone => "beantwoordt de vragen vooraf liever aan de telefoon",
            CallReason.TableMoved => "krijgt geen mail en weet nog niet dat de tafel is verzet",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
        };
}
