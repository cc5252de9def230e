using System.Net;
using System.Text.RegularExpressions;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>The mails of a site as they were composed, and the links in them.</summary>
public static partial class MailedLinks
{
    public sealed record Composed(OutgoingMail Row, byte[] Bytes, MailAsRead Mail)
    {
        /// <summary>Every address in the text and the html part.</summary>
        public IEnumerable<Uri> Links =>
            Address()
                .Matches(Mail.Text + "\n" + WebUtility.HtmlDecode(Mail.Html))
                .Select(match => new Uri(match.Value.TrimEnd('.', ',')))
                .Distinct();
    }

    /// <summary>All mails whose bytes are still there, in the order in which they were queued.</summary>
    public static async Task<IReadOnlyList<Composed>> MailsAsync(this Site site)
    {
        var cipher = site.Services.GetRequiredService<FieldCipher>();
        var rows = await site.Db(db =>
            db.Mails.AsNoTracking().Where(mail => mail.Stored != null).OrderBy(mail => mail.QueuedAt).ToListAsync()
        );
        return
        [
            .. rows.Select(row => (Row: row, Bytes: cipher.OpenBytes(row.Content!)))
                .Select(item => new Composed(item.Row, item.Bytes, MailReader.Read(item.Bytes))),
        ];
    }

    [GeneratedRegex("""https?://[^\s<>"'()\]]+""")]
    private static partial Regex Address();
}
