using System.Globalization;
using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Pages;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People;

/// <summary>
/// The answer to "Dit adres kennen wij al"; bound with the prefix Known by every form that can add a person.
/// </summary>
public sealed class KnownForm
{
    /// <summary>
    /// The number of the known person, or <see cref="KnownPeople.Another"/>; null = not asked or not answered.
    /// </summary>
    public string? Is { get; set; }

    /// <summary>The address that was asked about: an answer says nothing about another one.</summary>
    public string? About { get; set; }
}

/// <summary>"Dit adres kennen wij al: is het Amina Bouzid?", the model of the partial <c>_KnownPerson</c>.</summary>
public sealed record KnownQuestion(IReadOnlyList<KnownPerson> People, KnownForm Known)
{
    public string Legend =>
        People is [var one] ? $"Dit adres kennen wij al: is het {one.Name}?" : "Dit adres kennen wij al. Wie is het?";

    public IReadOnlyList<Choice> Choices =>
        [
            .. People.Select(person => new Choice(person.Id, $"Ja, het is {person.Name}")),
            new Choice(KnownPeople.Another, "Nee, iemand anders met hetzelfde adres"),
        ];
}

public sealed record KnownPerson(int Id, string Name);

/// <summary>
/// People who are known with an address already: maybe the same human being, maybe two people with one mailbox. So it
/// is a question, and nobody is made before it is answered (K-C1). Ask inside the write transaction: of two presses at
/// once the second then finds the person of the first.
/// </summary>
public sealed class KnownPeople(DialoogtafelDb db)
{
    public const string Another = "ander";

    /// <summary>For the team alone.</summary>
    private const string Asked = "Dit mailadres kennen wij al. Kies of het dezelfde persoon is.";

    /// <returns>The known person that was meant (tracked); or the question, which then is an error of the form too; or
    /// neither: go on with somebody new.</returns>
    public async Task<(Person? Person, KnownQuestion? Question)> AskAsync(
        string? typed,
        KnownForm known,
        ModelStateDictionary state,
        CancellationToken stop
    )
    {
        // What is no address is refused beside its own field.
        if (
            MailAddress.Read(typed).Address is not { } address
            || await db
                .Persons.Where(item => item.Email == address && item.ErasedAt == null)
                .OrderBy(item => item.Id)
                .ToListAsync(stop)
                is not { Count: > 0 } people
        )
        {
            return (null, null);
        }

        var answer = known.About == address ? known.Is : null;
        if (answer == Another)
        {
            return (null, null);
        }

        if (people.Find(item => item.Id.ToString(CultureInfo.InvariantCulture) == answer) is { } meant)
        {
            return (meant, null);
        }

        state.Remove("Known.Is");
        state.Remove("Known.About");
        state.AddModelError("Known.Is", Asked);
        return (
            null,
            new KnownQuestion(
                [.. people.Select(item => new KnownPerson(item.Id, item.FullName))],
                new KnownForm { About = address }
            )
        );
    }

    /// <summary>The question and its answer again, on a page that comes back for another reason.</summary>
    public async Task<KnownQuestion?> AgainAsync(KnownForm known, CancellationToken stop)
    {
        var people =
            known.About is { } address && known.Is is not null
                ? await db
                    .Persons.AsNoTracking()
                    .Where(item => item.Email == address && item.ErasedAt == null)
                    .OrderBy(item => item.Id)
                    .ToListAsync(stop)
                : [];
        return people.Count == 0
            ? null
            : new KnownQuestion([.. people.Select(item => new KnownPerson(item.Id, item.FullName))], known);
    }
}
