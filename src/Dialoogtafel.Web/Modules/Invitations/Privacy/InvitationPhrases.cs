using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Pages;

namespace Dialoogtafel.Web.Modules.Invitations.Privacy;

/// <summary>An invitation in the file of everything, in the language of the request.</summary>
public sealed class InvitationPhrases(Texts T)
{
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
}
