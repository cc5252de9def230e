using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.People.Erasing;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.Preparation.Privacy;

/// <summary>
/// Somebody's answers go, with who read them and how far they were; as a reader their readings and wishes.
/// </summary>
public sealed class PreparationEraser(DialoogtafelDb db) : IForgets
{
    public async Task ForgetAsync(Erasure erasure, CancellationToken stop)
    {
        var person = erasure.Person.Id;
        var theirs = db.Invitations.Where(item => item.PersonId == person);
        var answers = db.Answers.Where(answer => theirs.Any(item => item.Id == answer.InvitationId));
        await db
            .AnswerReads.Where(read => read.ReaderId == person || answers.Any(answer => answer.Id == read.AnswerId))
            .ExecuteDeleteAsync(stop);
        await answers.ExecuteDeleteAsync(stop);
        await db
            .Preparations.Where(preparation => theirs.Any(item => item.Id == preparation.InvitationId))
            .ExecuteDeleteAsync(stop);
        await db.OverviewWishes.Where(wish => wish.ReaderId == person).ExecuteDeleteAsync(stop);
    }
}
