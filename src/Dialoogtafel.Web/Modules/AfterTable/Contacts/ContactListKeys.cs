using System.Globalization;
using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Modules.AfterTable.Mails;

namespace Dialoogtafel.Web.Modules.AfterTable.Contacts;

/// <summary>
/// How the key of a mail tells which version of a contact list it carries, and the stamp of what that says.
/// </summary>
public static class ContactListKeys
{
    /// <summary>What the keys of one version begin with.</summary>
    public static string BeginOf(ContactListVersion version) =>
        string.Create(CultureInfo.InvariantCulture, $"{ContactListMail.Name}:{version.GatheringId}:{version.Number}:");

    public static bool Carries(string key, StandingList list) =>
        key.EndsWith(':' + list.Stamp, StringComparison.Ordinal);

    /// <summary>Nobody receives these.</summary>
    /// <returns>The versions of which nobody received anything now.</returns>
    public static List<ContactListVersion> Forget(List<OutgoingMail> mails, List<ContactListVersion> versions)
    {
        var of = mails
            .Select(mail => (Mail: mail, Version: VersionOf(mail, versions)))
            .Where(item => item.Version is not null)
            .ToList();
        of.ForEach(item => item.Version!.Receipts.RemoveAll(receipt => receipt.PersonId == item.Mail.PersonId));
        return [.. of.Select(item => item.Version!).Distinct().Where(item => item.Receipts.Count == 0)];
    }

    public static ContactListVersion? VersionOf(OutgoingMail mail, List<ContactListVersion> versions) =>
        versions.Find(item => mail.Key.StartsWith(BeginOf(item), StringComparison.Ordinal));
}
