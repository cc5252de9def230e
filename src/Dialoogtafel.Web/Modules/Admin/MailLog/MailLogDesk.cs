using System.Security.Cryptography;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Team;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Outbox;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Admin.MailLog;

/// <summary>
/// Finds the mails that somebody may see: those of tables in projects that she organises, and those without a table.
/// Never a sign-in mail.
/// </summary>
public sealed class MailLogDesk(
    DialoogtafelDb db,
    Installation installation,
    InstallationOptions options,
    WallClock wall,
    FieldCipher cipher,
    Texts T
)
{
    public const int PageSize = 50;

    public IQueryable<OutgoingMail> Of(Actor actor)
    {
        var projects = actor.Projects(TeamRole.Organiser);
        return db.Mails.Where(mail =>
            !mail.Unlisted
            && (
                mail.GatheringId == null
                || db.Gatherings.Any(gathering =>
                    gathering.Id == mail.GatheringId && projects.Contains(gathering.Series!.ProjectId)
                )
            )
            && (
                mail.IssueId == null
                || db.NewsletterIssues.Any(issue => issue.Id == mail.IssueId && projects.Contains(issue.ProjectId))
            )
        );
    }

    public async Task<PostPage> PageAsync(
        Actor actor,
        PostFilter filter,
        int page,
        DateTime now,
        CancellationToken stop
    )
    {
        var states = PostWords.States(filter);
        // The mails of a newsletter stand with it; two thousand of them would hide all others. What went wrong stands
        // here too.
        var rows = await Rows(
                Of(actor)
                    .Where(mail =>
                        states.Contains(mail.State)
                        && (mail.IssueId == null || mail.State == MailState.Failed || mail.State == MailState.Uncertain)
                    )
                    .OrderByDescending(mail => mail.QueuedAt)
                    .ThenByDescending(mail => mail.Id)
                    .Skip((page - 1) * PageSize)
                    .Take(PageSize + 1)
            )
            .ToListAsync(stop);
        return new PostPage(
            filter,
            [.. rows.Take(PageSize).Select(Line)],
            page,
            rows.Count > PageSize,
            await HeldAsync(actor, now, stop)
        );
    }

    public async Task<PostDetail?> DetailAsync(Actor actor, Guid id, CancellationToken stop)
    {
        var mail = await Of(actor).AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, stop);
        if (mail is null)
        {
            return null;
        }

        var row = await Rows(Of(actor).Where(item => item.Id == id)).SingleAsync(stop);
        var canSendAgain = mail.State is MailState.Failed or MailState.Uncertain && mail.Content is not null;
        return new PostDetail(Line(row), Open(mail), options.Demo, canSendAgain, !mail.WasNeverMade);
    }

    private async Task<int> HeldAsync(Actor actor, DateTime now, CancellationToken stop)
    {
        var rule = await installation.RuleAsync(await installation.ReadAsync(stop), stop);
        var allowed = rule.Allowed;
        return rule.ToEverybody
            ? 0
            : await Of(actor)
                .CountAsync(
                    mail => mail.State == MailState.Queued && mail.NextAt <= now && !allowed.Contains(mail.Recipient),
                    stop
                );
    }

    /// <summary>Masked unless this is the demo; null when the content was emptied or another key made it.</summary>
    private MailAsRead? Open(OutgoingMail mail)
    {
        try
        {
            var read = mail.Content is { } content ? MailReader.Read(cipher.OpenBytes(content)) : null;
            return read is null || options.Demo
                ? read
                : read with
                {
                    Subject = LinkMask.Hide(read.Subject),
                    Text = LinkMask.Hide(read.Text),
                    Html = LinkMask.Hide(read.Html),
                };
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IQueryable<Row> Rows(IQueryable<OutgoingMail> mails) =>
        from mail in mails
        from person in db.Persons.Where(one => one.Id == mail.PersonId).DefaultIfEmpty()
        select new Row(
            mail.Id,
            mail.SentAt ?? mail.QueuedAt,
            mail.Kind,
            person == null ? null : person.FirstName + " " + person.LastName,
            mail.Recipient,
            mail.State,
            mail.Reply
        );

    private PostLine Line(Row row) =>
        new(
            row.Id,
            wall.Local(row.Moment),
            T[MailCatalogue.LabelOf(row.Kind)],
            row.Name?.Trim() ?? row.Recipient,
            row.State,
            row.Reply
        );

    private sealed record Row(
        Guid Id,
        DateTime Moment,
        string Kind,
        string? Name,
        string Recipient,
        MailState State,
        string? Reply
    );
}
