using Dialoogtafel.Domain.Actions;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People.Dossiers;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Actions.Privacy;

/// <summary>
/// The part of a dossier about actions that the person does or helps with: what was agreed, their answers, their
/// words where they may be read.
/// </summary>
public sealed class DossierActions(DialoogtafelDb db, FieldCipher cipher, DossierLabels words, Texts T) : IDossierPart
{
    public int Place => 80;

    /// <summary>One part an action; none where there is no action of theirs.</summary>
    public async Task<IReadOnlyList<DossierPart>> ReadAsync(DossierRequest request, CancellationToken stop)
    {
        var (person, sight) = (request.Person.Id, request.Sight);
        var actions = await db
            .Actions.AsNoTracking()
            .Include(item => item.Log)
            .Include(item => item.Gathering!.Series)
            .Where(item =>
                item.OwnerId == person || item.CoOwnerId == person || item.Log.Any(line => line.OwnerId == person)
            )
            .OrderBy(item => item.Id)
            .AsSplitQuery()
            .ToListAsync(stop);
        return
        [
            .. actions
                .Where(item => sight.Covers(item.Gathering!.Series!.ProjectId))
                .Select(item => Part(item, person, sight)),
        ];
    }

    private DossierPart Part(AgreedAction action, int person, DossierAccess sight)
    {
        List<DossierLine> lines =
        [
            new(T["Wat is afgesproken"], action.Text),
            new(
                T["Uw taak"],
                action.OwnerId == person ? T["u doet het"]
                    : action.CoOwnerId == person ? T["u helpt mee"]
                    : T["u deed het eerder"]
            ),
        ];
        if (action.TargetOn is { } target)
        {
            lines.Add(new(T["Klaar op"], T.Day(target)));
        }

        lines.AddRange(
            action
                .Log.Where(line => line.OwnerId == person)
                .OrderBy(line => line.At)
                .Select(line => new DossierLine(words.Moment(line.At), Line(line, sight)))
        );
        return new DossierPart(T["Actie na de tafel over {0}", action.Gathering!.Series!.Subject], lines);
    }

    private string Line(ActionLogEntry line, DossierAccess sight)
    {
        var said = line.Words is null
            ? ""
            : ": "
                + (
                    sight.MaySeeNote(null, line.At)
                        ? cipher.Open(line.Words)
                        : T["deze woorden ziet u alleen op uw eigen apparaat"]
                );
        return $"{What(line)}, {words.Of(line.Channel)}{said}";
    }

    private string What(ActionLogEntry line) =>
        line.Event switch
        {
            ActionEvent.Answered => T[
                "antwoord: {0}",
                line.Answer switch
                {
                    ActionAnswer.Done => T["klaar"],
                    ActionAnswer.Running => T["loopt"],
                    ActionAnswer.Stuck => T["lukt niet"],
                    _ => T["hulp nodig"],
                }
            ],
            ActionEvent.Asked => T["gevraagd hoe het gaat"],
            ActionEvent.Assigned or ActionEvent.HandedOver => T["afgesproken dat u het doet"],
            ActionEvent.NotReached => T["gebeld, niet bereikt"],
            ActionEvent.CallLater => T["gebeld, later weer bellen"],
            ActionEvent.Continued => T["besloten om door te gaan"],
            ActionEvent.Stopped => T["gestopt"],
            ActionEvent.Noted => T["notitie van het team"],
            _ => T["opgeschreven"],
        };
}
