using System.Globalization;
using System.Text.RegularExpressions;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Time;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Scenario;

/// <summary>What the nine and their team do again and again.</summary>
public sealed partial class NineStory
{
    /// <summary>The personal link in the mail that was sent on this day.</summary>
    private async Task<string> OldMailAsync(string name, DateTime day)
    {
        var mail = await Db(db =>
            db.Mails.AsNoTracking()
                .SingleAsync(item =>
                    item.State == MailState.Sent
                    && item.SentAt >= day
                    && item.SentAt < day.AddDays(1)
                    && db.Persons.Any(person => person.Id == item.PersonId && person.FirstName == name)
                )
        );
        return MailedLink()
            .Match(MailReader.Read(Stage.Services.GetRequiredService<FieldCipher>().OpenBytes(mail.Content!)).Text)
            .Value;
    }

    /// <summary>
    /// Every mail that was sent: to whom by full name, on which day of Amsterdam, and its words on one line.
    /// </summary>
    public async Task<IReadOnlyList<(string To, string Day, string Text)>> MailsAsync()
    {
        var cipher = Stage.Services.GetRequiredService<FieldCipher>();
        var sent = await Db(db =>
            db.Mails.AsNoTracking()
                .Where(item => item.State == MailState.Sent && item.Stored != null && item.PersonId != null)
                .OrderBy(item => item.SentAt)
                .ToListAsync()
        );
        var names = await Db(db => db.Persons.ToDictionaryAsync(item => item.Id, item => item.FullName));
        return
        [
            .. sent.Select(item =>
                (
                    names[item.PersonId!.Value],
                    LocalTime
                        .ToLocal(item.SentAt!.Value, Stage.Services.GetRequiredService<InstallationOptions>().Zone)
                        .ToString("d-MM", CultureInfo.InvariantCulture),
                    Spaces().Replace(MailReader.Read(cipher.OpenBytes(item.Content!)).Text, " ")
                )
            ),
        ];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
