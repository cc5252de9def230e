using Dialoogtafel.Domain.People;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.People.OnePerson;

/// <summary>Carries what was typed over to the person.</summary>
public sealed class PersonWriter(DialoogtafelDb db)
{
    /// <param name="teamMember">Only a team member has a limited load; for others that field stays as it is.</param>
    public async Task FillAsync(Person person, ContactForm form, bool teamMember, CancellationToken stop)
    {
        person.FirstName = form.FirstName!.Trim();
        person.LastName = form.LastName?.Trim() ?? "";
        if (form.Email != person.Email)
        {
            person.Email = form.Email;
        }

        person.Phone = string.IsNullOrWhiteSpace(form.Phone) ? null : form.Phone.Trim();
        person.Language = form.Language!;
        person.Preference = form.Preference!.Value;
        if (teamMember)
        {
            person.LimitedLoad = form.LimitedLoad;
        }

        person.Organisation = await OrganisationAsync(form.Organisation?.Trim(), stop);
    }

    /// <summary>The one with this name, whatever its capitals; a new one when nobody works there yet.</summary>
    private async Task<Organisation?> OrganisationAsync(string? name, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        var like = name.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
        return await db
            .Organisations.OrderBy(item => item.Id)
            .FirstOrDefaultAsync(item => EF.Functions.Like(item.Name, like, "\\"), stop)
            ?? new Organisation { Name = name };
    }
}
