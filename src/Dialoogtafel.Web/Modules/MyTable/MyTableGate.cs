using Dialoogtafel.Domain.Links;
using Dialoogtafel.Web.Access;
using Dialoogtafel.Web.Data;
using Dialoogtafel.Web.Modules.Series;
using Dialoogtafel.Web.Options;
using Dialoogtafel.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Modules.MyTable;

/// <summary>Opens what one invited person sees behind her personal link, in her language.</summary>
public sealed class MyTableGate(
    DialoogtafelDb db,
    LinkGate gate,
    FieldCipher cipher,
    WallClock wall,
    InstallationFacts facts,
    TimeProvider clock
)
{
    /// <summary>Null when there is no such link, or no table with a date that it could be about.</summary>
    public async Task<MyTablePages?> OpenAsync(HttpContext http, CancellationToken stop)
    {
        var open = await gate.OpenAsync(http, LinkPurpose.MyTable, stop);
        var invitation = open is null
            ? null
            : await db
                .Invitations.AsNoTracking()
                .WithFacts()
                .SingleOrDefaultAsync(
                    item => item.PersonId == open.Link.PersonId && item.GatheringId == open.Link.GatheringId,
                    stop
                );
        if (open is null || invitation?.Gathering?.StartsAt is null)
        {
            return null;
        }

        http.SetPersonLanguage(invitation.Person!.Language);
        return new MyTablePages(wall, facts, cipher, invitation, open, clock.GetUtcNow().UtcDateTime);
    }
}
