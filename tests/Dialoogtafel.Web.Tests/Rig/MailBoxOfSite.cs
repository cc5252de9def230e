namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>The local mailbox of a site.</summary>
public sealed partial record MailBox
{
    public static IReadOnlyList<MailBox> All(Site site) => In(site.MailFolder);

    /// <summary>The mails to this address, oldest first.</summary>
    public static IReadOnlyList<MailBox> To(Site site, string address) =>
        [.. All(site).Where(mail => mail.IsTo(address))];

    public static MailBox Newest(Site site) => All(site)[^1];
}
