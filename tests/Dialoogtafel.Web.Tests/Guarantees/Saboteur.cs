using Dialoogtafel.Web.Tests.Rig;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Dialoogtafel.Web.Tests.Guarantees;

/// <summary>Takes a guard away, so that a test can show that it matters (S79).</summary>
public static class Saboteur
{
    public static Site Without<TFilter>(this Site site)
        where TFilter : IFilterMetadata =>
        site.With(services =>
            services.Configure<MvcOptions>(options =>
                options.Filters.Remove(
                    options
                        .Filters.OfType<ServiceFilterAttribute>()
                        .Single(filter => filter.ServiceType == typeof(TFilter))
                )
            )
        );
}
