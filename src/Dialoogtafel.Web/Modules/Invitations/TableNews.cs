using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Modules.Invitations.Mails;
using Dialoogtafel.Web.Modules.People.Mails;
using Dialoogtafel.Web.Outbox;

namespace Dialoogtafel.Web.Modules.Invitations;

/// <summary>
/// The mails about a table that moves or does not take place (M-13), and about leaving its list. They wait for no quiet
/// hours and do not count as the one unasked mail of a day: who would travel must know. Invitation, person and
/// gathering with its facts must be loaded.
/// </summary>
public sealed class TableNews(MailOutbox outbox, TableFacts about, TableCalendar calendar)
{
    /// <summary>With the recall window. A ja also gets the new entry; who waits for a chair gets no file.</summary>
    /// <param name="was">What the person was told last.</param>
    /// <param name="hasEntry">The table stands in the person's calendar: taken out where she does not come any
    /// more.</param>
    public async Task MovedAsync(Invitation invitation, Appointment was, bool hasEntry, CancellationToken stop) =>
        await outbox.AddAsync(await MovedLetterAsync(invitation, was, hasEntry, stop), stop);

    /// <inheritdoc cref="MovedAsync"/>
    public async Task<Letter> MovedLetterAsync(
        Invitation invitation,
        Appointment was,
        bool hasEntry,
        CancellationToken stop
    )
    {
        var gathering = invitation.Gathering!;
        var now = Appointment.Of(gathering)!;
        var before = about.Wall.Local(was.StartsAt);
        var comes = invitation.State == InvitationState.Yes;
        return Letter(
            invitation,
            new MovedMail
            {
                Facts = await about.OfAsync(invitation, stop, !comes && hasEntry),
                Comes = comes,
                Waits = invitation.State == InvitationState.Waiting,
                ToChoose = invitation.State is InvitationState.Approached or InvitationState.Maybe,
                OldPlace = was.Place == now.Place ? null : was.Place,
                OldDate = was.StartsAt == now.StartsAt ? null : DateOnly.FromDateTime(before),
                OldTime = was.StartsAt == now.StartsAt ? null : TimeOnly.FromDateTime(before),
                OldDuration = was.Minutes == now.Minutes ? null : TimeSpan.FromMinutes(was.Minutes),
            }
        ) with
        {
            Key = $"{MovedMail.Name}:{invitation.Id}:{gathering.CalendarSequence}",
            AnswerNumber = invitation.AnswerNumber,
            MayBeRecalled = true,
            Tells = now,
            Was = was,
            Calendar =
                comes ? await calendar.PutAsync(invitation, stop)
                : hasEntry ? await calendar.RemoveAsync(invitation, stop)
                : null,
        };
    }

    /// <param name="told">What the person was told last: the table is called off by the name by which she knows
    /// it.</param>
    /// <param name="hasEntry">The table stands in the person's calendar: see <see
    /// cref="TableCalendar.StandingAsync"/>.</param>
    public async Task CancelledAsync(Invitation invitation, Appointment told, bool hasEntry, CancellationToken stop) =>
        await outbox.AddAsync(await CancelledLetterAsync(invitation, told, hasEntry, stop), stop);

    /// <inheritdoc cref="CancelledAsync"/>
    public async Task<Letter> CancelledLetterAsync(
        Invitation invitation,
        Appointment told,
        bool hasEntry,
        CancellationToken stop
    ) =>
        Letter(
            invitation,
            new CancelledMail
            {
                Facts = await about.OfAsync(invitation, stop, hasEntry) with
                {
                    Start = about.Wall.Local(told.StartsAt),
                    Duration = TimeSpan.FromMinutes(told.Minutes),
                    Place = told.Place,
                },
                Reason = invitation.Gathering!.CancelReason,
                Comes = invitation.Answer == RsvpAnswer.Yes,
            }
        ) with
        {
            Key = $"{CancelledMail.Name}:{invitation.Id}",
            Calendar = hasEntry ? await calendar.RemoveAsync(invitation, stop) : null,
        };

    /// <summary>
    /// Only to somebody who has the table in the calendar; everybody else who leaves the list gets no mail.
    /// </summary>
    public async Task OffTheListAsync(Invitation invitation, CancellationToken stop)
    {
        if (
            invitation.Gathering!.CancelledAt is null
            && (await calendar.StandingAsync([invitation.Id], stop)).Count > 0
        )
        {
            await outbox.AddAsync(await OffTheListLetterAsync(invitation, stop), stop);
        }
    }

    public async Task<Letter> OffTheListLetterAsync(Invitation invitation, CancellationToken stop) =>
        Letter(
            invitation,
            new OffTheListMail { Facts = await about.OfAsync(invitation, stop, entryRemoved: true) }
        ) with
        {
            Key = $"{OffTheListMail.Name}:{invitation.Id}",
            Calendar = await calendar.RemoveAsync(invitation, stop),
        };

    /// <summary>
    /// The last mail to somebody who asked to be removed: what happens, and whom to call when it was somebody else.
    /// Takes the table out of the calendar too.
    /// </summary>
    public async Task ErasingAsync(Invitation invitation, CancellationToken stop)
    {
        var facts = await about.OfAsync(invitation, stop);
        var hasEntry = (await calendar.StandingAsync([invitation.Id], stop)).Count > 0;
        await outbox.AddAsync(
            Letter(
                invitation,
                new ErasingMail
                {
                    FirstName = facts.FirstName,
                    Contact = facts.Contact,
                    Phone = facts.Phone,
                }
            ) with
            {
                Key = $"{ErasingMail.Name}:{invitation.Id}",
                StaleAt = null,
                Calendar = hasEntry ? await calendar.RemoveAsync(invitation, stop) : null,
            },
            stop
        );
    }

    private static Letter Letter(Invitation invitation, MailText text) =>
        new()
        {
            Text = text,
            To = invitation.Person!,
            From = invitation.Gathering!.ContactPerson,
            Key = "",
            GatheringId = invitation.GatheringId,
            InvitationId = invitation.Id,
            StaleAt = invitation.Gathering.EndsAt,
        };
}
