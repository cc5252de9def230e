using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Outbox;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Calls;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Invitations.OneInvitation;

/// <summary>Reads what the page of one invitation shows.</summary>
public sealed class InvitationReader(
    DialoogtafelDb db,
    SeatLock seating,
    FieldCipher cipher,
    CallLabels words,
    SendTimeQuestion night,
    Substitutes substitutes,
    WallClock wall,
    Texts T
)
{
    public async Task<InvitationPage> PageAsync(int id, Actor me, DateTime now, CancellationToken stop)
    {
        var invitation = await db
            .Invitations.AsNoTracking()
            .WithFacts()
            .Include(item => item.Gathering!.Wanted)
            .AsSingleQuery()
            .SingleAsync(item => item.Id == id, stop);
        var plan = await seating.PlanAsync(invitation.Gathering!, now, stop);
        var person = invitation.Person!;
        var calls = await CallsAsync(id, stop);
        return new InvitationPage
        {
            Id = id,
            GatheringId = invitation.GatheringId,
            PersonId = invitation.PersonId,
            Table = invitation.Gathering!.Series!.Subject,
            FullName = person.FullName,
            FirstName = person.FirstName,
            Phone = person.Phone,
            Email = person.Email,
            Perspective = invitation.Perspective!.Name,
            ViaWhom = invitation.ViaWhom,
            State = invitation.State,
            ChairFree = plan.Empty > 0,
            CallReason = InvitationLabels.WhyCall(invitation),
            Note = invitation.Note is { } note ? cipher.Open(note) : null,
            SeatReason = invitation.SeatReason,
            CallBefore = wall.Local(invitation.CallBefore),
            Names = invitation.NamesSomebody ? substitutes.Of(invitation)?.Name ?? "iemand anders" : null,
            Declined = invitation.SubstituteDeclined is { } why ? cipher.Open(why) : null,
            SilentUntil = wall.Local(invitation.SilentUntil),
            AsksRemoval = person.RemovalRequestedAt is not null,
            History = await HistoryAsync(id, stop),
            Mails = await MailsAsync(id, now, stop),
            Calls = [.. calls.Select(call => call.Line)],
            LastCall = calls.LastOrDefault() is { CanBeUndone: true } last ? last.Line : null,
            IsAsked = invitation.Gathering.QuestionsReadyAt is not null && QuestionSet.RoleOf(invitation) is not null,
            HasNotes =
                calls.Any(call => call.HasNote)
                && me.MayReadNotes(invitation.Gathering.Series.ProjectId, invitation.ApproacherId),
        };
    }

    private async Task<IReadOnlyList<(HistoryCall Line, bool CanBeUndone, bool HasNote)>> CallsAsync(
        int id,
        CancellationToken stop
    )
    {
        var calls = await (
            from item in db.CallAttempts.AsNoTracking()
            where item.InvitationId == id && item.UndoneAt == null
            from person in db.Persons.Where(one => one.Id == item.ById).DefaultIfEmpty()
            orderby item.At, item.Id
            select new
            {
                item.At,
                item.Outcome,
                item.CallAgainOn,
                HasNote = item.Note != null,
                By = person == null ? null : person.FirstName,
            }
        ).ToListAsync(stop);
        return
        [
            .. calls.Select(call =>
                (
                    new HistoryCall(wall.Local(call.At), words.Of(call.Outcome, call.CallAgainOn), call.By),
                    call.Outcome is not (CallOutcome.Yes or CallOutcome.No),
                    call.HasNote
                )
            ),
        ];
    }

    private async Task<IReadOnlyList<HistoryLine>> HistoryAsync(int id, CancellationToken stop)
    {
        var lines = await (
            from item in db.InvitationEvents.AsNoTracking()
            where item.InvitationId == id
            from person in db.Persons.Where(one => one.Id == item.ById).DefaultIfEmpty()
            orderby item.At, item.Id
            select new
            {
                item.At,
                item.State,
                item.Channel,
                By = person == null ? null : person.FirstName,
            }
        ).ToListAsync(stop);
        return [.. lines.Select(line => new HistoryLine(wall.Local(line.At), line.State, line.Channel, line.By))];
    }

    private async Task<IReadOnlyList<MailLine>> MailsAsync(int id, DateTime now, CancellationToken stop)
    {
        var mails = await db
            .Mails.AsNoTracking()
            .Where(mail => mail.InvitationId == id && !mail.Unlisted)
            .OrderBy(mail => mail.QueuedAt)
            .Select(mail => new
            {
                mail.Id,
                mail.Kind,
                mail.State,
                mail.SentAt,
                mail.QueuedAt,
                mail.NextAt,
                mail.Reply,
                mail.Attempts,
            })
            .ToListAsync(stop);
        return
        [
            .. mails.Select(mail => new MailLine(
                mail.Id,
                T[MailCatalogue.LabelOf(mail.Kind)],
                mail.State,
                wall.Local(mail.SentAt ?? mail.QueuedAt),
                mail.Reply,
                mail is { State: MailState.Queued, Attempts: 0, Kind: InvitationMail.Name },
                night.WaitsInWords(mail.NextAt, now)
            )),
        ];
    }
}
