using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.Preparation.Mails;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Preparation;

/// <summary>That the questions stand ready, and once more (M-07).</summary>
public sealed class QuestionReminders(DialoogtafelDb db, TableFacts about, EarlierReport earlier) : IReminderSource
{
    public bool Makes(ReminderKind kind) => kind.IsAboutQuestions();

    public async Task<ReminderText> TextAsync(Invitation invitation, ReminderKind kind, CancellationToken stop)
    {
        var facts = await about.OfAsync(invitation, stop);
        var report = await earlier.LinkAsync(invitation, stop);
        var distance = invitation.State == InvitationState.Informant;
        var (count, sendsIn) = await QuestionsAsync(invitation, stop);
        QuestionsMail text =
            kind == ReminderKind.QuestionsReady
                ? new QuestionsReadyMail
                {
                    Facts = facts,
                    EarlierReport = report,
                    AtDistance = distance,
                    SendsIn = sendsIn,
                    Count = count,
                }
                : new QuestionsAgainMail
                {
                    Facts = facts,
                    EarlierReport = report,
                    AtDistance = distance,
                    SendsIn = sendsIn,
                    Count = count,
                };
        return new(text, about.Wall.DayStart(invitation.Gathering!.StartsAt!.Value));
    }

    /// <summary>
    /// How many questions there are for them, and whether one of them is to send in; else all are to think about and
    /// take along (R-044b).
    /// </summary>
    private async Task<(int Count, bool SendsIn)> QuestionsAsync(Invitation invitation, CancellationToken stop)
    {
        var sets = (
            await db
                .QuestionSets.AsNoTracking()
                .IgnoreAutoIncludes()
                .Include(item => item.Questions)
                .Where(set => set.GatheringId == invitation.GatheringId)
                .ToListAsync(stop)
        )
            .Where(set => set.IsFor(invitation))
            .Select(set =>
                (set.Mode, Count: set.Questions.Count(question => question is { IsAsked: true, TakesAnswer: true }))
            )
            .ToList();
        return (sets.Sum(set => set.Count), sets.Exists(set => set.Mode == PreparationMode.SendIn && set.Count > 0));
    }
}
