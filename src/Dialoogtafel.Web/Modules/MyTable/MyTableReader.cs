using Dialoogtafel.Domain.AfterTable;
using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Modules.Preparation;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <summary>What Mijn tafel shows: where somebody stands, what is asked, what may be seen here.</summary>
public sealed class MyTableReader(DialoogtafelDb db, PreparationReader preparations, ReportAccess sight)
{
    /// <param name="pages">Gets the preparation with it.</param>
    /// <param name="justNoted">Something was told a moment ago.</param>
    public async Task<MyTablePage> ReadAsync(MyTablePages pages, bool justNoted, DateTime now, CancellationToken stop)
    {
        var invitation = pages.Facts;
        var needs = (
            await db
                .Needs.Where(item => item.InvitationId == invitation.Id)
                .Select(item => new { item.Device, item.At })
                .ToListAsync(stop)
        ).ConvertAll(item => (item.Device, (DateTime?)item.At));
        var spoken = await SpokenAsync(invitation, stop);
        pages.Preparation = await preparations.ReadAsync(invitation, stop);
        var page = pages.MyTable(
            justNoted,
            invitation.Answer is null ? null : await WriterAsync(invitation, stop),
            spoken,
            needs.Count > 0
        );
        var mark = await db
            .Attendances.AsNoTracking()
            .SingleOrDefaultAsync(
                item => item.GatheringId == invitation.GatheringId && item.PersonId == invitation.PersonId,
                stop
            );
        if (LookBack.IsOpenFor(invitation, invitation.Gathering!, mark, now))
        {
            page = page with
            {
                LookBackPath = $"{pages.Owner.Path}/terugblik",
                HasLookedBack = await db.FetchChecks.AnyAsync(item => item.InvitationId == invitation.Id, stop),
            };
        }

        var typed = !page.HasLookedBack
            ? []
            : (
                await db
                    .FetchChecks.Where(item => item.InvitationId == invitation.Id && item.Words != null)
                    .Select(item => new { item.Device, item.At })
                    .ToListAsync(stop)
            ).ConvertAll(item => (item.Device, (DateTime?)item.At));
        var (elsewhere, before) = pages.Hidden([
            .. needs,
            .. typed,
            .. pages.Preparation.Answers.Select(item => (item.Device, (DateTime?)item.At)),
            .. invitation.Note is null ? [] : new[] { (invitation.NoteDevice, invitation.AnsweredAt) },
        ]);
        page = page with { HasWordsElsewhere = elsewhere, HasWordsBefore = before };
        if (await sight.MayReadAsync(invitation, mark, stop))
        {
            page = page with { ReportPath = $"{pages.Owner.Path}/verslag" };
        }

        return page with
        {
            OldStart = await OldStartAsync(pages, invitation, stop),
        };
    }

    /// <summary>
    /// When the table was before it moved, for whom has not said anything since; null when it did not move to another
    /// day or time.
    /// </summary>
    private async Task<DateTime?> OldStartAsync(MyTablePages pages, Invitation invitation, CancellationToken stop)
    {
        var move = await db
            .Mails.AsNoTracking()
            .IgnoreAutoIncludes()
            .Where(mail =>
                mail.InvitationId == invitation.Id
                && mail.Kind == MovedMail.Name
                && mail.AnswerNumber == invitation.AnswerNumber
                && mail.State != MailState.Dropped
            )
            .OrderByDescending(mail => mail.QueuedAt)
            .Select(mail => new { mail.Was, mail.Tells })
            .FirstOrDefaultAsync(stop);
        return
            move?.Tells?.StartsAt == invitation.Gathering!.StartsAt
            && move?.Was is { } was
            && was.StartsAt != invitation.Gathering.StartsAt
            ? pages.Wall.Local(was.StartsAt)
            : null;
    }

    /// <summary>When we kept the promise to call; null while it stands.</summary>
    private async Task<DateTime?> SpokenAsync(Invitation invitation, CancellationToken stop) =>
        invitation.CallKeptFrom is not { } from
            ? null
            : await db
                .CallAttempts.Where(item =>
                    item.InvitationId == invitation.Id
                    && item.UndoneAt == null
                    && item.At >= from
                    && item.Outcome != CallOutcome.NotReached
                    && item.Outcome != CallOutcome.Later
                )
                .MaxAsync(item => (DateTime?)item.At, stop);

    private async Task<string?> WriterAsync(Invitation invitation, CancellationToken stop) =>
        await (
            from item in db.InvitationEvents
            where item.InvitationId == invitation.Id && item.At == invitation.AnsweredAt && item.ById != null
            join person in db.Persons on item.ById equals person.Id
            select person.FirstName
        ).FirstOrDefaultAsync(stop);
}
