using Dialoogtafel.Domain.Invitations;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Preparation;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Invitations.Reminders;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Preparation.QuestionSets;

/// <summary>Reads the questions of a table, with how many people answered each; opens no answer.</summary>
public sealed class QuestionSetsReader(DialoogtafelDb db, InstallationOptions options, WallClock wall)
{
    public async Task<QuestionSetsPage> PageAsync(int id, NewSetForm form, DateTime now, CancellationToken stop)
    {
        var table = await db
            .Gatherings.AsNoTracking()
            .Include(item => item.Series)
            .Include(item => item.ProcessFacilitator)
            .Include(item => item.ContentFacilitator)
            .SingleAsync(item => item.Id == id, stop);
        var stored = await SetsOf(id).AsNoTracking().ToListAsync(stop);
        var sets = stored.Count > 0 ? stored : QuestionPresets.For(table, now);
        var perspectives = await db
            .Perspectives.Where(item => item.ProjectId == table.Series!.ProjectId)
            .OrderBy(item => item.Name)
            .Select(item => new { item.Id, item.Name })
            .ToListAsync(stop);
        var names = perspectives.ToDictionary(item => item.Id, item => item.Name);
        var answered = await db
            .Answers.Where(item =>
                db.Invitations.Any(invitation => invitation.Id == item.InvitationId && invitation.GatheringId == id)
            )
            .Select(item => new { item.QuestionId, item.InvitationId })
            .Distinct()
            .ToListAsync(stop);
        var byQuestion = answered.CountBy(item => item.QuestionId).ToDictionary();
        var invited = await db
            .Invitations.AsNoTracking()
            .Include(item => item.Person)
            .Where(item => item.GatheringId == id && item.WithdrawnAt == null)
            .OrderBy(item => item.Person!.FirstName)
            .ThenBy(item => item.Id)
            .ToListAsync(stop);
        var standings = await new StandingReader(db).OfAsync(table.QuestionsReadyAt is null ? [] : [id], invited, stop);
        var begun = answered.Select(item => item.InvitationId).ToHashSet();
        return new QuestionSetsPage
        {
            Id = id,
            Title = TableTrack.TitleOf(table.Number, table.Focus),
            Subject = table.Series!.Subject,
            Stored = stored.Count > 0,
            ReadyAt = wall.Local(table.QuestionsReadyAt),
            Today = wall.Local(now),
            Missing = Missing(table),
            Readers = PeopleInWords.FacilitatorsOf(table),
            People = invited.Count(invitation => sets.Any(set => set.IsFor(invitation))),
            Answered = begun.Count,
            MailAt =
                new ReminderPlan(options.Reminders, options.Zone).QuestionsDue(
                    table.StartsAt,
                    table.QuestionsReadyAt ?? now
                )
                    is { } due
                && due > now
                && !ReminderKind.QuestionsReady.IsStale(table.StartsAt, due)
                    ? wall.Local(due)
                    : null,
            Waiting =
            [
                .. invited
                    .Where(item => standings.GetValueOrDefault(item.Id) == PreparationStanding.Waiting)
                    .Select(item => new WaitingPerson(item.Id, item.Person!.FullName, begun.Contains(item.Id))),
            ],
            ProblemsFirst = QuestionBalance.LacksSuccessFirst(sets, table.Focus),
            Sets =
            [
                .. sets.Select(set =>
                    View(
                        set,
                        set.PerspectiveId is { } perspective ? names.GetValueOrDefault(perspective) : null,
                        byQuestion
                    )
                ),
            ],
            ForWhom =
            [
                new("Alleen wie aan tafel komt", nameof(ParticipationRole.Partner)),
                new("Alleen wie op afstand meedenkt", nameof(ParticipationRole.Informant)),
                .. perspectives.Select(item => new SelectListItem(
                    $"Alleen {item.Name}",
                    item.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)
                )),
            ],
            Form = form,
        };
    }

    /// <summary>The sets of a table in order, with all their questions.</summary>
    public IQueryable<QuestionSet> SetsOf(int table) =>
        db
            .QuestionSets.Include(item => item.Questions)
            .Where(item => item.GatheringId == table)
            .OrderBy(item => item.Place)
            .ThenBy(item => item.Id)
            .AsSplitQuery();

    private static SetView View(QuestionSet set, string? perspective, Dictionary<int, int> answered)
    {
        var questions = set.Questions.OrderBy(item => item.Place).ThenBy(item => item.Id).ToList();
        return new SetView(
            set.Id,
            set.Name,
            PreparationLabels.ForWhom(set, perspective),
            set.Mode,
            [.. questions.Where(item => item.IsAsked).Select(Line)],
            [.. questions.Where(item => !item.IsAsked).Select(Line)]
        );

        QuestionView Line(Question question) =>
            new()
            {
                Id = question.Id,
                Text = question.Wording.Text.Nl,
                Help = question.Wording.Help.Nl,
                Options = question.Wording.Options.LinesIn("nl"),
                Kind = question.Kind,
                English = question.Wording.Text.En.Length > 0,
                Paired = question.Subject is QuestionSubject.Fetch or QuestionSubject.Bring,
                Answered = answered.GetValueOrDefault(question.Id),
            };
    }

    private static string? Missing(Gathering table) =>
        table switch
        {
            { CancelledAt: not null } => "Deze tafel gaat niet door.",
            { StartsAt: null } => "Vul eerst de datum en de tijd van de tafel in.",
            { ProcessFacilitatorId: null, ContentFacilitatorId: null } =>
                "Kies eerst een begeleider. De deelnemers lezen wie hun antwoorden ziet.",
            _ => null,
        };
}
