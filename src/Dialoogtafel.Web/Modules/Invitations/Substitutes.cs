using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Web.Data;

namespace Dialoogtafel.Web.Modules.Invitations;

/// <summary>
/// Opens what an invited person told about somebody else in the own place. Contact facts, shown as those of everybody
/// else on the list.
/// </summary>
public sealed class Substitutes(FieldCipher cipher)
{
    /// <summary>Null when nobody is named, or in words of before that cannot be taken apart.</summary>
    public NamedSubstitute? Of(Invitation invitation) =>
        invitation.NamesSomebody ? NamedSubstitute.Read(cipher.Open(invitation.Note!)) : null;

    /// <summary>"Tomasz noemt Bram Peeters"; without a name when it cannot be read.</summary>
    public string InWords(Invitation invitation) =>
        $"{invitation.Person!.FirstName} noemt {Of(invitation)?.Name ?? "iemand anders"}";
}
